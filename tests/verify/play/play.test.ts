import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LaunchPlan } from '../../../build/verify/launch-plan.ts';
import { play } from '../../../build/verify/play/play.ts';
import type { Played } from '../../../build/verify/played/record.ts';
import { openZip } from '../../../build/verify/zip/open-zip.ts';
import { sourceOf } from '../../../build/verify/zip/source.ts';
import { zipped } from '../packages.ts';
import { fakeBrowser } from './fake-browser.ts';

/** A browser that opens a page, makes it call and ask for files, and reports everything that it got. */
const PAGES = `
let number = 0;
let origin = '';
const ask = (path) => new Promise((done) => http.get(origin + path, (response) => response.resume().on('end', done)));
const sent = [];
async function answer(method, params, sessionId, resolve, reject) {
  sent.push(method + (params.url ? ' ' + params.url.replace(/:\\d+/, '') : '') + (params.behavior || '') + (params.browserContextId || '') + (params.targetId || ''));
  if (method === 'Browser.getVersion') resolve({ product: 'HeadlessChrome/150.0' });
  else if (method === 'Target.createBrowserContext') resolve({ browserContextId: 'c' + ++number });
  else if (method === 'Target.createTarget') {
    if (!isLost) happens('Target.attachedToTarget', { sessionId: 's' + number, targetInfo: { type: 'page', targetId: 't' + number } });
    resolve({ targetId: 't' + number });
  } else if (method === 'Page.navigate') {
    origin = new URL(params.url).origin;
    resolve();
  } else if (method === 'Runtime.evaluate') resolve({ result: { value: await evaluate(params.expression, sessionId) } });
  else if (method === 'Target.disposeBrowserContext') {
    require('node:fs').writeFileSync(__filename + '.txt', sent.join('\\n'));
    resolve();
  } else resolve();
}
const report = (what, session) => happens('Runtime.bindingCalled', { name: 'cartableReport', payload: JSON.stringify(what) }, session);
let polls = 0;
let isFilled = false;
async function evaluate(expression, session) {
  if (expression.includes('!== undefined')) return ++polls > 2;
  if (expression.includes('.open(')) {
    isFilled = false;
    setTimeout(() => (isFilled = true), 60);
    report({ kind: 'looked', name: 'API' }, session);
    await ask('/course/rien' + number + '.png');
    await ask('/course/a/favicon.ico');
    await ask('/favicon.ico');
    report({ kind: 'call', method: expression, args: [], result: session }, session);
    if (hasPopup) happens('Target.attachedToTarget', { sessionId: 'p', targetInfo: { type: 'page', targetId: 'popup' } });
  }
  if (expression.includes('.isBlank()')) return isBlank || !isFilled;
  if (expression.includes('.leave()')) report({ kind: 'call', method: 'LMSFinish', closing: true }, session);
}
`;

interface Chosen {
  readonly isLost?: boolean;
  readonly isBlank?: boolean;
  readonly hasPopup?: boolean;
}

const browserOf = ({ isLost = false, isBlank = false, hasPopup = false }: Chosen = {}): string =>
  fakeBrowser(`const isLost = ${isLost}, isBlank = ${isBlank}, hasPopup = ${hasPopup};\n${PAGES}`);

const plan = (n: number): LaunchPlan =>
  ({ title: `Page ${n}`, href: `page-${n}.html?a="b"`, isSco: n !== 2, version: n === 2 ? '2004' : '1.2' }) as LaunchPlan;

const progress = vi.fn();

/** Time passes ten times faster. */
const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds / 10);
beforeEach(() => {
  progress.mockClear();
  const start = Date.now();
  const { now } = Date;
  vi.spyOn(Date, 'now').mockImplementation(() => start + (now() - start) * 10);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function played(browser: string | undefined, plans: readonly LaunchPlan[] = [plan(1)]): Promise<Played> {
  const program = mkdtempSync(join(tmpdir(), 'cartable-'));
  for (const folder of ['preview', 'verify']) mkdirSync(join(program, folder));
  for (const file of ['preview/scorm12.js', 'preview/scorm2004.js', 'verify/player.js']) writeFileSync(join(program, file), '');
  return await play(await openZip(sourceOf(zipped(new Map([['a.html', 'x']])))), plans, { browser, program, progress, wait });
}

test('without a browser nothing is played', async () => {
  expect([await played(undefined), progress.mock.calls]).toEqual([{ state: 'skipped', why: 'no-browser' }, []]);
});

test('one that doesn’t start is named', async () => {
  expect(await played('/nowhere/browser')).toEqual({ state: 'skipped', why: 'no-start', browser: '/nowhere/browser' });
});

test('pages are opened one by one, each with what it did, and closed again', async () => {
  const browser = browserOf();
  const found = await played(browser, [plan(1), plan(2)]);
  if (found.state !== 'played') throw new Error(found.why);
  expect([found.browser, found.left]).toEqual(['Chrome 150.0', 0]);
  expect(
    found.launches.map(({ title, href, isSco, version, looked, missing, isBlank, popups }) => ({
      title,
      href,
      isSco,
      version,
      looked,
      missing,
      isBlank,
      popups,
    })),
  ).toEqual([1, 2].map((n) => ({ ...plan(n), looked: ['API'], missing: [`rien${n}.png`], isBlank: false, popups: 0 })));
  expect(found.launches.map(({ calls }) => calls.map(({ method, result, closing }) => [method, result, closing]))).toEqual(
    [1, 2].map((n) => [
      [`cartablePlayer.open("/course/page-${n}.html?a=\\"b\\"")`, `s${n}`, false],
      ['LMSFinish', '', true],
    ]),
  );
  expect(progress.mock.calls).toEqual([
    [0, 2, 'Page 1'],
    [1, 2, 'Page 2'],
    [2, 2, 'Page 2'],
  ]);
});

test('nothing is downloaded, each page has a context of its own, and the LMS its version', async () => {
  const browser = browserOf();
  await played(browser, [plan(2)]);
  const reported = readFileSync(`${browser}.txt`, 'utf8').split('\n');
  expect(reported.filter((line) => !/^(?:Runtime|Network|Page\.enable)/.test(line))).toEqual([
    'Browser.getVersion',
    'Browser.setDownloadBehaviordeny',
    'Target.setAutoAttach',
    'Browser.getVersion',
    'Target.createBrowserContext',
    'Target.createTarget about:blankc1',
    'Target.setAutoAttach',
    'Page.navigate http://127.0.0.1/-/?version=2004',
    'Target.disposeBrowserContextc1',
  ]);
});

test('a page that shows nothing is blank, unless it opened another one, which is closed', async () => {
  const blank = await played(browserOf({ isBlank: true }));
  expect(blank).toMatchObject({ launches: [{ isBlank: true, popups: 0 }] });
  const browser = browserOf({ isBlank: true, hasPopup: true });
  expect(await played(browser)).toMatchObject({ launches: [{ isBlank: false, popups: 1 }] });
  expect(readFileSync(`${browser}.txt`, 'utf8')).toMatch(/^Target\.closeTargetpopup$/m);
});

test('a page that never comes ends the check after ten seconds', async () => {
  const browser = browserOf({ isLost: true });
  expect(await played(browser)).toEqual({ state: 'skipped', why: 'no-start', browser });
});

test('five pages are played, the others are counted', async () => {
  const found = await played(browserOf(), [1, 2, 3, 4, 5, 6, 7].map(plan));
  expect(found).toMatchObject({ state: 'played', left: 2, launches: [1, 2, 3, 4, 5].map((n) => ({ title: `Page ${n}` })) });
  expect(progress.mock.calls.at(-1)).toEqual([5, 5, 'Page 5']);
});
