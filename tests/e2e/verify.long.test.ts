import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coursePackage } from '../helpers/shared-packages.ts';
import { checked, observed, pagesOf } from './verify-played.ts';

const PATIENCE = 180_000;

/** Begins and ends a session as it should. */
const GOOD = `const api = parent.API; api.LMSInitialize(''); api.LMSSetValue('cmi.core.lesson_status', 'incomplete'); api.LMSCommit('');
  addEventListener('pagehide', () => { api.LMSSetValue('cmi.core.exit', 'suspend'); api.LMSFinish('') });`;

test.each(['scorm2004-3', 'scorm2004-4'])(
  'our own session of %s has nothing but the note about 2004',
  { timeout: PATIENCE },
  async (target) => {
    const { findings, played } = await checked(readFileSync(coursePackage('seance-1', target)));
    expect(findings.map(({ rule }) => rule)).toEqual(['standard-2004']);
    expect(played.state === 'played' && played.launches.map(({ calls }) => calls.at(-1)?.method)).toEqual(['Terminate']);
  },
);

test('a page that never pauses is left, and the check ends', { timeout: PATIENCE }, async () => {
  const { launch } = observed(
    await checked(pagesOf({ atteler: '<p>Quai</p><script>setTimeout(() => { for (;;); }, 200)</script>' })),
    'atteler',
  );
  expect(launch?.calls).toEqual([]);
});

test('a page that looks for no interface, or shows nothing, is found', { timeout: PATIENCE }, async () => {
  const few = await checked(pagesOf({ atteler: '<p>Quai</p>', avancer: `<script>${GOOD}</script>` }));
  expect([observed(few, 'atteler').rules, observed(few, 'avancer').rules]).toEqual([['play-no-api'], ['play-blank']]);
});

test('a page of 2004 that lets its attempt end, and completes at once, is found', { timeout: PATIENCE }, async () => {
  const body = `<p>Quai</p><script>const api = parent.API_1484_11; api.Initialize(''); api.SetValue('cmi.completion_status', 'completed');
    api.SetValue('cmi.score.scaled', '80'); api.Commit(''); addEventListener('pagehide', () => api.Terminate(''))</script>`;
  const { rules, items } = observed(await checked(pagesOf({ aiguiller: body }, 'scorm2004-4')), 'aiguiller');
  expect(rules).toEqual(['play-done', 'play-no-suspend', 'play-refused']);
  expect(items('play-done')).toEqual(['cmi.completion_status = completed']);
});
