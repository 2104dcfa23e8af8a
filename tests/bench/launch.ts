import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { type LmsHost, serveLms, visit } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { median, type Row, root, row } from './measure.ts';

const KB = 1024;

/** Not counted among a launch's requests and bytes. */
const APART = /\.(png|jpe?g|gif|webp|svg|woff2?|ico)$/;

async function sizes(page: Page, host: LmsHost, zip: string): Promise<Row[]> {
  await visit(page, host, { version: '1.2' });
  const commits = await page.evaluate(() => window.lms.calls.filter(({ name }) => name === 'LMSCommit').length);
  const asked = [...new Set(host.requests)];
  const counted = asked.filter((name) => !APART.test(name) || name === 'witness.gif');
  const files = new Map((await readZip(zip)).map((entry) => [entry.name, entry.content]));
  const gzip = (name: string): number => gzipSync(files.get(name) ?? '', { level: 9 }).length / KB;
  const bytes = asked.filter((name) => !APART.test(name)).reduce((sum, name) => sum + gzip(name), 0);
  return [
    row('launch of séance 1: requests', counted.length, 'requests', 5),
    row('launch of séance 1: all but pictures and fonts', bytes, 'kB gzip', 60),
    row('launch of séance 1: runtime', gzip('runtime.js'), 'kB gzip', 30),
    row('launch of séance 1: commits', commits, 'commits', 1),
  ];
}

/** The same words and style on a page without script, its style inline. */
async function barePage(zip: string): Promise<string> {
  const files = new Map((await readZip(zip)).map((entry) => [entry.name, entry.content.toString('utf8')]));
  const html = (files.get('index.html') ?? '')
    .replace(/<(script|link)\b[^>]*>(<\/script>)?/g, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
  return html.replace('</head>', `<style>${files.get('style.css') ?? ''}</style></head>`);
}

async function slow(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: (4 * 1024 * 1024) / 8,
    uploadThroughput: (4 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { context, page };
}

/** Milliseconds until the first page can be used: shown, its activities mounted, the save status known. */
async function usable(browser: Browser, host: LmsHost): Promise<number> {
  const { context, page } = await slow(browser);
  await page.goto(`${host.origin}/player`);
  const begin = performance.now();
  await page.evaluate(() => {
    window.openLms({ version: '1.2' });
    (document.getElementById('sco') as HTMLIFrameElement).src = '/course/sco/index.html';
  });
  await page
    .frameLocator('#sco')
    .locator('[data-save="saved"], .c-page:not([hidden]) [data-activity] [data-action="check"]')
    .first()
    .waitFor();
  await page.frameLocator('#sco').locator('[aria-current="page"]').first().waitFor({ state: 'attached' });
  const time = performance.now() - begin;
  await context.close();
  return time;
}

async function bare(browser: Browser, host: LmsHost, origin: string): Promise<number> {
  const { context, page } = await slow(browser);
  await page.goto(`${host.origin}/player`);
  const begin = performance.now();
  await page.evaluate((address) => {
    (document.getElementById('sco') as HTMLIFrameElement).src = address;
  }, origin);
  await page.frameLocator('#sco').locator('h1').first().waitFor();
  await page.frameLocator('#sco').locator('#c-foot').waitFor();
  const time = performance.now() - begin;
  await context.close();
  return time;
}

/** Launch of séance 1 in Chromium with the strict LMS. */
export async function launch(): Promise<Row[]> {
  const zip = join(buildPackages(root, 'seance-1', '--target', 'scorm12', '--cohort', 'base'), 'partenariats-reseaux/seance-1.scorm12.zip');
  const host = await serveLms(zip, 'strict');
  const html = await barePage(zip);
  const plain = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((listening) => plain.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;
  const browser = await openBrowser();
  try {
    const rows = await sizes(await browser.newPage(), host, zip);
    const ratios: number[] = [];
    for (let n = 0; n < 7; n++) ratios.push((await usable(browser, host)) / (await bare(browser, host, origin)));
    return [...rows, row('launch at 4 Mbit/s, 100 ms, CPU ÷ 4, against a bare page of the same words', median(ratios), '× bare page', 1.5)];
  } finally {
    await browser.close();
    plain.close();
    host.close();
  }
}
