import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { planOf } from './answers.ts';
import { expectedScore, expectedTold } from './expected.ts';
import { openPackage } from './open-package.ts';
import { playPage, pressAction } from './play.ts';
import { expectFinished, leaveByFrame, playAtOnce } from './play-through.ts';
import { flatten, toldOf } from './record.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(['scorm12', 'scorm2004-4'])(
  '%s: one answer in three is right: the score is told, and nothing is passed',
  { timeout: 240_000 },
  async (target) => {
    const { setting, close } = await openPackage(browser, { name: 'seance-1', target, lms: 'strict' });
    const { tab, done } = await playAtOnce({ ...setting, isRight: ({ n }) => n % 3 === 0 });
    expect(expectedScore(done)).toBeGreaterThan(0);
    expect(expectedScore(done)).toBeLessThan(60);
    expectFinished(done, setting.version, await leaveByFrame(tab));
    await close();
  },
);

test.each(['scorm12', 'scorm2004-4'])(
  '%s: everything is wrong; a new round of the quiz is better, and its score counts',
  { timeout: 240_000 },
  async (target) => {
    const { setting, close } = await openPackage(browser, { name: 'seance-2', target, lms: 'strict' });
    const { version, content } = setting;
    const { tab, done } = await playAtOnce({ ...setting, isRight: () => false });
    expect(expectedScore(done)).toBe(0);
    await pressAction(tab.page, 'back');
    const isRight = ({ quiz }: { readonly quiz?: string }): boolean => quiz === 's2-bilan';
    const answers = planOf(content, isRight);
    const { checked } = await playPage(tab.page, answers, { also: 'quiz-restart' });
    expect(checked).toHaveLength(8);
    const kept = await leaveByFrame(tab);
    const inQuiz = new Set(content.activities.filter(isRight).map(({ id }) => id));
    const again = { content, answers, isRight, checked: [...done.checked.filter((id) => !inQuiz.has(id)), ...checked] };
    // Questions of the first round only stay in the LMS's list as they were answered then.
    const told = { ...Object.fromEntries(expectedTold(done, version)), ...Object.fromEntries(expectedTold(again, version)) };
    expect(Object.fromEntries(toldOf(flatten(kept), version))).toEqual(told);
    const score = expectedScore(again);
    expect(score).toBeGreaterThan(0);
    expect(flatten(kept)).toMatchObject({ [version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw']: String(score) });
    await close();
  },
);
