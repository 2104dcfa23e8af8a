import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '../../src/model/course/activity.ts';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { planOf } from './answers.ts';
import { type Done, expectedScore, expectedTold } from './expected.ts';
import { openPackage } from './open-package.ts';
import { playPage } from './play.ts';
import { expectFinished, leaveByFrame, open, playAtOnce } from './play-through.ts';
import { flatten, toldOf } from './record.ts';
import { turnTo } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const inQuiz = ({ quiz }: Activity): boolean => quiz === 's2-bilan';
const oneInThree = ({ n }: Activity): boolean => n % 3 === 0;

test.each(['scorm12', 'scorm2004-4'])(
  '%s: below the pass mark nothing is passed; a new round of the quiz, at a later visit, counts where it is better',
  { timeout: 240_000 },
  async (target) => {
    const { setting, close } = await openPackage(browser, { name: 'seance-2', target, lms: 'strict' });
    const { version, content } = setting;
    const isRight = (activity: Activity): boolean => !inQuiz(activity) && oneInThree(activity);
    const { tab, done } = await playAtOnce({ ...setting, isRight });
    expect(expectedScore(done)).toBeGreaterThan(0);
    expect(expectedScore(done)).toBeLessThan(content.pass ?? 0);
    const kept = await leaveByFrame(tab);
    expectFinished(done, version, kept);

    const answers = planOf(content, () => true);
    const later = await open({ ...setting, isRight, answers, checked: [] }, kept);
    await turnTo(scoFrame(later.page), 's2-bilan-mission');
    const { checked } = await playPage(later.page, answers, { also: 'quiz-restart' });
    expect(checked).toHaveLength(8);
    const after = flatten(await leaveByFrame(later));
    const before = content.activities.filter((activity) => done.checked.includes(activity.id) && !inQuiz(activity));
    const both = (activity: Activity): boolean => inQuiz(activity) || oneInThree(activity);
    const again: Done = { content, isRight: both, answers: planOf(content, both), checked: [...before.map(({ id }) => id), ...checked] };
    expect(expectedScore(again)).toBeGreaterThan(expectedScore(done));
    expect(after).toMatchObject({ [version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw']: String(expectedScore(again)) });
    // What only the first round asked stays in the LMS's list as it was answered then.
    const reported = { ...Object.fromEntries(expectedTold(done, version)), ...Object.fromEntries(expectedTold(again, version)) };
    expect(Object.fromEntries(toldOf(after, version))).toEqual(reported);
    await close();
  },
);
