import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsHost, serveLms } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { seance } from './launch.ts';
import { quantile } from './processes.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 9;

/** 4 Mbit/s in bytes a second; milliseconds. */
const NETWORK = { offline: false, downloadThroughput: 500_000, uploadThroughput: 500_000, latency: 100 };
const CPU = 4;

declare global {
  interface Window {
    /** Time at which the page in the frame could be used, by the clock of the window around it. */
    usableAt?: number | undefined;
  }
}

/** A page with the words of another as plain paragraphs, its style inline and no script. */
function barePage(html: string, style: string): string {
  const body = html.replace(/^[\s\S]*?<body[^>]*>/, '').replace(/<svg[\s\S]*?<\/svg>/g, '');
  const lines = body
    .split(/<\/?(?:p|li|h\d|td|th|div|button|option|dt|dd|label|section|header|legend|summary)\b[^>]*>/)
    .map((piece) => piece.replace(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '');
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Les mêmes mots</title><style>${style}</style><main class="c-main c-prose">${lines.map((line) => `<p>${line}</p>`).join('')}</main></html>`;
}

/**
 * Runs in each frame before its page's own scripts. A text, since what compiles the benches would put calls of its own into a function.
 * The shell says how saving stands once the first page and its activities are alive; a bare page can be used when it is read.
 */
const REPORT = `
  if (window !== window.top) {
    const now = () => { window.parent.usableAt ??= window.parent.performance.now(); };
    if (location.pathname.endsWith('/bare.html')) addEventListener('DOMContentLoaded', now);
    else new MutationObserver(now).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-save'] });
  }`;

/** Milliseconds after which a page is given up. */
const PATIENCE = 60_000;

async function timeTo(page: Page, host: LmsHost, path: string): Promise<number> {
  await page.goto(`${host.origin}/player`);
  await page.evaluate(() => window.openLms({ version: '1.2' }));
  const start = await page.evaluate((address) => {
    // A first launch: what the last one left in this browser would be taken up first.
    localStorage.clear();
    window.usableAt = undefined;
    (document.getElementById('sco') as HTMLIFrameElement).src = address;
    return performance.now();
  }, path);
  const usable = await page.waitForFunction(() => window.usableAt, null, { timeout: PATIENCE });
  return Number(await usable.jsonValue()) - start;
}

/** A page that loads as on a phone with a slow line. */
async function slowPage(): Promise<{ page: Page; close(): Promise<void> }> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.addInitScript(REPORT);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  return { page, close: () => browser.close() };
}

/** From the click in the LMS to a page that can be used, against a bare page with the words of the séance. */
export async function benchSlowLaunch(): Promise<Row[]> {
  const zip = seance(1);
  const files = new Map((await readZip(zip)).map(({ name, content }) => [name, content.toString('utf8')]));
  const bare = barePage(files.get('text.html') ?? '', files.get('style.css') ?? '');
  const host = await serveLms(zip, 'strict', 'index.html', { gzip: true, beside: { 'bare.html': bare } });
  const { page, close } = await slowPage();
  try {
    const launches: number[] = [];
    const bares: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bares.push(await timeTo(page, host, '/course/sco/bare.html'));
      launches.push(await timeTo(page, host, '/course/sco/index.html'));
    }
    const [launch, plain] = [quantile(launches, 0.5), quantile(bares, 0.5)];
    process.stderr.write(`slow launch: ${Math.round(launch)} ms, bare page ${Math.round(plain)} ms\n`);
    return [row('launch at 4 Mbit/s, 100 ms, CPU ÷ 4', launch / plain, '× bare page', 1.5)];
  } finally {
    await close();
    host.close();
  }
}
