import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { openStudioSite, type StudioSite } from '../helpers/studio-page.ts';
import { rawZip } from '../verify/zip/raw-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-strangers-'));
const OUTSIDE = 'https://stranger.example';
let browser: Browser;
let site: StudioSite;
let context: BrowserContext;
let page: Page;
let noticed: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openStudioSite(folder)]);
}, 120_000);
beforeEach(async () => {
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1800, height: 1000 }, serviceWorkers: 'block' });
  page = await context.newPage();
  noticed = [];
  await context.route(`${OUTSIDE}/**`, (route) => {
    noticed.push(route.request().url());
    return route.abort();
  });
  page.on('dialog', (dialog) => {
    noticed.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', () => noticed.push('download'));
  page.on('popup', () => noticed.push('popup'));
  await page.goto(site.address);
});
afterEach(() => context.close());
afterAll(async () => {
  site?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const own = (name: string): Buffer => readFileSync(join(root, 'modules/repair-cafe', name));
/** Sets a mark in whatever page runs it, and asks another site. */
const SCRIPT = `globalThis.stranger=1;try{parent.stranger=1}catch{};fetch('${OUTSIDE}/script')`;

const HOSTILE = `
# Strange {#strange}

<script>${SCRIPT}</script><img src="x" onerror="${SCRIPT}"><iframe srcdoc="<script>${SCRIPT}</script>"></iframe>

[a link](javascript:globalThis.stranger=1) [another](data:text/html,x) ![a picture](${OUTSIDE}/a.png) ![more](assets/bench.svg)

:::choice{#__proto__ title="<img src=x onerror=stranger=1>"}
Which? **"><svg onload=stranger=1>**

- [x] <b onclick="stranger=1">One</b>
- [ ] constructor
:::
`;

async function openHostile(): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}" width="9" height="9"><script>${SCRIPT}</script><image href="${OUTSIDE}/b.png"/></svg>`;
  const name = `modules/constructor/assets/"'><img src=x onerror=stranger=1>.svg`;
  const zip = rawZip([
    { name: 'modules/constructor/course.yaml', data: own('course.yaml') },
    { name: 'modules/constructor/first-saturday.md', data: Buffer.concat([own('first-saturday.md'), Buffer.from(HOSTILE)]) },
    { name: 'modules/constructor/assets/bench.svg', data: Buffer.from(svg) },
    { name, data: Buffer.from(svg) },
    { name: 'modules/constructor/__proto__', data: Buffer.from('x') },
  ]);
  const file = { name: 'stranger.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('.cm-content').waitFor();
}

/** The frame that plays the session. */
async function playing(): Promise<Frame> {
  await page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe').locator('body').waitFor();
  const found = page.frames().find((one) => one.parentFrame()?.parentFrame() === page.mainFrame() && one.url() === 'about:srcdoc');
  if (!found) throw new Error('Nothing is played.');
  return found;
}

test('a hostile course runs nothing in the studio, and loads nothing from elsewhere', { timeout: 120_000 }, async () => {
  await openHostile();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.getByText('Which?', { exact: false }).first().waitFor();
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => 'stranger' in globalThis)).toBe(false);
  expect(noticed).toEqual([]);
  const links = await page.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(links.filter((href) => /^(?:javascript|data):/i.test(href))).toEqual([]);
});

test('what is played reaches nothing of the studio', { timeout: 120_000 }, async () => {
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  const frame = await playing();
  const reached = await frame.evaluate(async (outside) => {
    const attacks: Readonly<Record<string, () => unknown>> = {
      parent: () => parent.document.title,
      studio: () => parent.parent.document.title,
      top: () => top?.document.title,
      'local storage': () => localStorage.length,
      'session storage': () => sessionStorage.length,
      cookies: () => document.cookie,
      folder: () => navigator.storage.getDirectory(),
      database: () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('x');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
      caches: () => caches.keys(),
      worker: () => navigator.serviceWorker.register('service-worker.js'),
      fetch: () => fetch(`${outside}/fetch`),
      'own site': () => fetch(new URL('index.html', document.baseURI)),
      window: () => open(`${outside}/window`) ?? Promise.reject(new Error('refused')),
      'top’s place': () => {
        if (top) top.location.href = `${outside}/top`;
      },
      lock: () => navigator.locks.request('x', () => 1),
      channel: () => Promise.reject(new Error(new BroadcastChannel('x').name)),
    };
    const done: string[] = [];
    for (const [name, attack] of Object.entries(attacks)) {
      try {
        await attack();
        done.push(name);
      } catch {
        // It was refused.
      }
    }
    navigator.sendBeacon(`${outside}/beacon`);
    alert('x');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    document.body.append(link);
    link.click();
    const picture = new Image();
    picture.setAttribute('src', `${outside}/picture`);
    document.body.append(picture);
    const form = document.createElement('form');
    form.action = `${outside}/form`;
    document.body.append(form);
    form.submit();
    return done;
  }, OUTSIDE);
  await page.waitForTimeout(1000);
  expect([reached, noticed, page.url()]).toEqual([[], [], site.address]);
});

test('messages of what is played break nothing', { timeout: 120_000 }, async () => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  const frame = await playing();
  const files = await frame.evaluate(async () => {
    const studio = parent.parent;
    let count = 0;
    addEventListener('message', ({ data }) => {
      if (data.kind === 'play') count += 1;
    });
    const itself: Record<string, unknown> = {};
    itself.itself = itself;
    const bad = [null, 1, 'x', {}, { kind: 'call' }, { kind: 'call', call: { args: 1 } }, { kind: 'record' }, { kind: 'picked', id: {} }];
    for (const message of [...bad, { kind: 'record', record: itself, isSaved: true }]) studio.postMessage(message, '*');
    studio.postMessage({ kind: 'record', record: { x: 'x'.repeat(50_000_000) }, isSaved: true }, '*');
    for (let number = 0; number < 2000; number++) studio.postMessage({ kind: 'picked', id: '__proto__' }, '*');
    studio.postMessage({ kind: 'ready' }, '*');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return count;
  });
  expect([files, errors]).toEqual([0, []]);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\nStill here.');
  await page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe').getByText('Still here.').waitFor({ state: 'attached' });
});

test('without its engine, a course opens, is written and saved, and the page reports it', { timeout: 120_000 }, async () => {
  await context.route(/\/engine\.[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.locator('.s-banner', { hasText: 'La vérification s’est arrêtée' }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Still saved.');
  await page.getByText('Enregistré', { exact: true }).waitFor();
  await context.unroute(/\/engine\.[^/]*\.js$/);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect.poll(() => page.locator('.s-banner').count()).toBe(0);
});
