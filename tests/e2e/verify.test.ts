import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictPage } from '../../build/verify/page/verdict-page.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { toJson } from '../../build/verify/to-json.ts';
import type { Verdict } from '../../build/verify/verify.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { coursePackage } from '../helpers/shared-packages.ts';
import { checked, observed, pagesOf } from './verify-played.ts';

const opened = openBrowser();
afterAll(async () => (await opened).close());

/** A server of another program on this computer. It counts what reaches it. */
const other = { requests: 0, port: 0 };
const server = createServer((_, response) => {
  other.requests += 1;
  response.end();
});
server.on('upgrade', (_, socket) => {
  other.requests += 1;
  socket.destroy();
});

const BEGIN = `const api = parent.API; api.LMSInitialize(''); api.LMSSetValue('cmi.core.lesson_status', 'incomplete');`;
const GOOD = `${BEGIN} api.LMSCommit(''); addEventListener('pagehide', () => { api.LMSSetValue('cmi.core.exit', 'suspend'); api.LMSFinish('') });`;

/** Pages that each do one thing, right or wrong. */
function someBodies(): Readonly<Record<string, string>> {
  const near = `127.0.0.1:${other.port}`;
  return {
    arriver: `<p>Quai</p><script>${BEGIN} api.LMSCommit(''); api.LMSSetValue('cmi.suspend_data', '<b>${'x'.repeat(200)}')</script>`,
    attendre: `<p>Quai</p><script>${GOOD}</script>`,
    aller: `<p>Quai</p><img src="http://${near}/a.png?learner=1"><script src="https://cdn.depot.example/x.js"></script>
      <iframe src="http://localhost:${other.port}/"></iframe>
      <script>${GOOD} new WebSocket('ws://${near}/s'); addEventListener('pagehide', () => navigator.sendBeacon('http://${near}/b'))</script>`,
    accrocher: `<p>Quai</p><script>let view = window; while (!view.API_1484_11 && view.parent !== view) view = view.parent</script>`,
    alerter: `<img src="Rails.png"><script>${GOOD} window.open('autre.html'); alert('Bienvenue'); aiguille()</script>`,
    atteler: '<p>Quai</p>',
  };
}

let verdict: Verdict;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  other.port = (server.address() as AddressInfo).port;
  verdict = await checked(pagesOf(someBodies()));
  server.close();
}, 120_000);

describe('a page that is opened and closed in a browser', () => {
  test('loses with the tab what it never saves', () => {
    const { rules, items } = observed(verdict, 'arriver');
    expect(rules).toEqual(['play-lost', 'play-no-end']);
    expect(items('play-lost')).toEqual(['cmi.suspend_data']);
  });

  test('saves at its end, in pagehide', () => {
    const { rules, launch } = observed(verdict, 'attendre');
    expect(rules).toEqual([]);
    expect(launch?.calls.map(({ method, closing }) => [method, closing])).toEqual([
      ['LMSInitialize', false],
      ['LMSSetValue', false],
      ['LMSCommit', false],
      ['LMSSetValue', true],
      ['LMSFinish', true],
    ]);
  });

  test('reaches no other host, and no other program of this computer', () => {
    const { rules, items } = observed(verdict, 'aller');
    expect([other.requests, rules]).toEqual([0, ['play-elsewhere']]);
    const near = `127.0.0.1:${other.port}`;
    const expected = [
      `http://${near}/a.png`,
      'https://cdn.depot.example/x.js',
      `http://localhost:${other.port}/`,
      `ws://${near}/s`,
      `http://${near}/b`,
    ];
    expect([...items('play-elsewhere')].sort()).toEqual(expected.sort());
  });

  test('looks for the interface of the other standard', () => {
    expect(observed(verdict, 'accrocher').rules).toEqual(['play-other-api']);
  });

  test('fails, lacks files, opens a dialog and a window', () => {
    const { rules, items } = observed(verdict, 'alerter');
    expect(rules).toEqual(['play-dialogs', 'play-errors', 'play-missing', 'play-popups']);
    expect([items('play-dialogs'), items('play-errors')]).toEqual([['Bienvenue'], ['ReferenceError: aiguille is not defined']]);
    expect(items('play-missing').toSorted()).toEqual(['Rails.png', 'autre.html']);
  });

  test('is one of five at most', () => {
    expect(verdict.played.state === 'played' && [verdict.played.launches.length, verdict.played.left]).toEqual([5, 1]);
  });
});

test('without a browser, and with one that doesn’t start, there is a sentence and the same verdict', async () => {
  const zip = pagesOf({ atteler: '<p>Quai</p>' });
  expect((await checked(zip, null)).played).toEqual({ state: 'skipped', why: 'no-browser' });
  const broken = join(mkdtempSync(join(tmpdir(), 'cartable-verify-')), 'chrome');
  writeFileSync(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  const failed = await checked(zip, broken);
  expect(failed.played).toEqual({ state: 'skipped', why: 'no-start', browser: broken });
  const { verdict: word, played } = toJson(failed, { name: 'depot.zip', bytes: 1 }, verifyStrings('fr'));
  expect([word, played.why]).toEqual(['fine', `le navigateur ${broken} ne démarre pas.`]);
});

test('our own session has nothing', async () => {
  const own = await checked(readFileSync(coursePackage('seance-1', 'scorm12')));
  expect(own.findings).toEqual([]);
  expect(own.played.state === 'played' && own.played.launches.map(({ calls }) => calls.at(-1)?.method)).toEqual(['LMSFinish']);
});

describe('the page about a package', () => {
  test.each([
    ['fr', 1280, 'light'],
    ['en', 320, 'dark'],
  ] as const)('axe finds nothing: %s, %i pixels, %s', async (lang, width, colorScheme) => {
    const strings = verifyStrings(lang);
    const json = toJson(verdict, { name: 'Dépôt_des_tramways_de_la_vallée_v1.0.0_2026-11-28.zip', bytes: 4000 }, strings);
    const names = ['img/un_nom_très_long_qui_ne_peut_pas_être_coupé_facilement_dans_une_colonne_étroite.png'];
    const error = {
      rule: 'file-missing',
      severity: 'error',
      sources: ['scorm.md 33'],
      ...strings.rule('file-missing', { n: 2 }),
      items: names,
      line: 9,
    } as const;
    const path = join(mkdtempSync(join(tmpdir(), 'cartable-verify-')), 'page.html');
    writeFileSync(path, verdictPage({ ...json, findings: [{ ...error, sources: [...error.sources] }, ...json.findings] }, strings));
    const context = await (await opened).newContext({ viewport: { width, height: 800 }, colorScheme, offline: true });
    const view = await context.newPage();
    const problems: string[] = [];
    view.on('console', (message) => problems.push(message.text()));
    await view.goto(pathToFileURL(path).href);
    expect(await axe(view, view.mainFrame())).toEqual([]);
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);
    expect(await view.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
      lang === 'fr' ? ['À corriger', 'Réserves', 'Joué dans un navigateur'] : ['To fix', 'Warnings', 'Played in a browser'],
    );
    await context.close();
  });
});
