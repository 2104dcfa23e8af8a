import type { BrowserContext, FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import type { Activity, Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { currentPage } from '../helpers/keyboard.ts';
import { calls, closeSco, keptOfClosedTab, type LmsHost, overlong, refused, stored, visit } from '../helpers/lms-host.ts';
import { planOf } from './answers.ts';
import { type Done, expectedCompetencies, expectedScore, expectedStates, expectedTold } from './expected.ts';
import { playPage, playToEnd, playUntil, pressAction, showAllStates, visibleStates } from './play.ts';
import { type Elements, flatten, rows, sessionSeconds, toldOf, type Version } from './record.ts';
import { openTab, type Tab } from './tab.ts';

/** One learner, one module, one LMS. */
export interface Setting {
  readonly context: BrowserContext;
  readonly host: LmsHost;
  /** Path of the SCO's page in the package. */
  readonly start: string;
  readonly version: Version;
  readonly content: ModuleContent;
  readonly isRight: (activity: Activity) => boolean;
}

/** Progress of the learner, over all visits. */
interface Course extends Setting {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly checked: string[];
}

const NAMES = {
  '1.2': { status: 'cmi.core.lesson_status', score: 'cmi.core.score.', exit: 'cmi.core.exit', page: 'cmi.core.lesson_location' },
  '2004': { status: 'cmi.completion_status', score: 'cmi.score.', exit: 'cmi.exit', page: 'cmi.location' },
} as const;

/** Calls that the LMS refused or doubted, and errors in the tab. */
async function complaints({ page, faults }: Tab): Promise<unknown[]> {
  return [...(await refused(page)), ...(await overlong(page)), ...faults];
}

/** Opens the module in a tab of its own, and looks at its launch: one commit, and nothing lowered. */
export async function open(course: Course, kept?: unknown): Promise<Tab & { sco: FrameLocator }> {
  const { context, host, version, start } = course;
  const tab = await openTab(context, host);
  const sco = await visit(tab.page, host, { version, ...(kept !== undefined && { stored: kept }) }, start);
  const commits = (await calls(tab.page)).filter(({ name }) => /Commit$/.test(name));
  expect(commits.map(({ result }) => result)).toEqual(['true']);
  return { ...tab, sco };
}

/** The LMS takes the frame away. @returns what it kept */
export async function leaveByFrame(tab: Tab): Promise<unknown> {
  await closeSco(tab.page);
  const ends = (await calls(tab.page)).filter(({ name }) => /Finish|Terminate/.test(name));
  expect([ends.map(({ result }) => result), await complaints(tab)]).toEqual([['true'], []]);
  const kept = await stored(tab.page);
  await tab.page.close();
  return kept;
}

/** Closes the tab under the learner's hands; what the LMS kept is asked for in another one. */
async function leaveByTab({ context, host }: Course, tab: Tab): Promise<unknown> {
  expect(await complaints(tab)).toEqual([]);
  await tab.page.close();
  const other = await openTab(context, host);
  let kept: unknown;
  // What one tab stores, another sees a moment later.
  const lastCall = async (): Promise<string> => {
    const { stored, by } = await keptOfClosedTab(other.page, host);
    kept = stored;
    return by;
  };
  await expect.poll(lastCall).toMatch(/Finish|Terminate/);
  await other.page.close();
  return kept;
}

/** Record of an unfinished visit that an LMS must have. */
function expectUnfinished(course: Course, kept: unknown, seconds: number, page: string): Elements {
  const { version } = course;
  const names = NAMES[version];
  const elements = flatten(kept);
  expect(elements).toMatchObject({ [names.status]: 'incomplete', [names.exit]: 'suspend', [names.page]: page });
  expect(elements['cmi.suspend_data']?.length).toBeGreaterThan(50);
  expect(Object.fromEntries(toldOf(elements, version))).toEqual(Object.fromEntries(expectedTold(course, version)));
  const session = sessionSeconds(elements, version);
  expect(session).toBeGreaterThan(0);
  expect(session).toBeLessThanOrEqual(seconds + 1);
  return elements;
}

/** First visit: two pages and one activity of the third; the next one is filled in when the frame is torn down. */
async function firstVisit(course: Course): Promise<unknown> {
  const begun = Date.now();
  const tab = await open(course);
  const { version, content, answers, checked } = course;
  const launched = flatten(await stored(tab.page));
  expect(launched[NAMES[version].status]).toBe('incomplete');
  expect(launched[`${NAMES[version].score}raw`] ?? '').toBe('');
  expect(toldOf(launched, version).size).toBe(0);
  const third = content.pages[2]?.id ?? '';
  checked.push(...(await playUntil(tab.page, answers, third)));
  const { checked: more } = await playPage(tab.page, answers, { stop: (here) => here.length === 1 });
  checked.push(...more);
  // An LMS gets whole seconds: a visit that no person could make so fast would last none.
  await tab.page.waitForTimeout(Math.max(0, begun + 2000 - Date.now()));
  const kept = await leaveByFrame(tab);
  expectUnfinished(course, kept, (Date.now() - begun) / 1000, third);
  return kept;
}

/** The visit up to the quiz, whose tab is closed after three of its questions; `before`: what was kept of `firstVisit`. */
async function secondVisit(course: Course, before?: unknown): Promise<{ kept: unknown; shown: object }> {
  const begun = Date.now();
  const tab = await open(course, before);
  const { content, answers, checked } = course;
  expect(await currentPage(tab.page)).toBe(content.pages[before ? 2 : 0]?.id);
  if (before) expect(Object.values(await visibleStates(tab.page))).toContain('draft');
  const quiz = content.activities.findLast(({ type }) => type === 'quiz');
  const asked = new Set(content.activities.filter((activity) => activity.quiz === quiz?.id).map(({ id }) => id));
  checked.push(...(await playUntil(tab.page, answers, quiz?.page)));
  const { checked: more } = await playPage(tab.page, answers, { stop: (here) => here.filter((id) => asked.has(id)).length === 3 });
  checked.push(...more);
  const shown = await visibleStates(tab.page);
  expect(Object.values(shown)).toContain('draft');
  const kept = await leaveByTab(course, tab);
  expectUnfinished(course, kept, (Date.now() - begun) / 1000, quiz?.page ?? '');
  return { kept, shown };
}

/** Last visit: to the results, and out by « Enregistrer et quitter ». */
async function lastVisit(course: Course, before: unknown, shown: object): Promise<unknown> {
  const tab = await open(course, before);
  expect(await visibleStates(tab.page)).toEqual(shown);
  course.checked.push(...(await playToEnd(tab.page, course.answers, course.content)));
  const score = Math.round(expectedScore(course));
  expect(await tab.sco.locator('#c-results').textContent()).toMatch(new RegExp(`\\b${score}\\s%`));
  await pressAction(tab.page, 'leave');
  await tab.sco.locator('[data-view="end-saved"]:not([hidden])').waitFor();
  return leaveByFrame(tab);
}

/** Status, score, answers and competencies of a module that was played to its end. */
export function expectFinished(done: Done, version: Version, kept: unknown): void {
  const elements = flatten(kept);
  const score = expectedScore(done);
  const passed = score >= (done.content.pass ?? 100);
  const at = NAMES[version].score;
  expect(elements).toMatchObject({ [`${at}raw`]: String(score), [`${at}min`]: '0', [`${at}max`]: '100', [NAMES[version].exit]: 'suspend' });
  if (version === '1.2') expect(elements['cmi.core.lesson_status']).toBe(passed ? 'passed' : 'incomplete');
  else {
    expect(elements['cmi.completion_status']).toBe(passed ? 'completed' : 'incomplete');
    expect(elements['cmi.success_status']).toBe(passed ? 'passed' : 'failed');
    expect(Number(elements['cmi.score.scaled'])).toBeCloseTo(score / 100, 4);
    expect(Number(elements['cmi.progress_measure']) === 1).toBe(passed);
  }
  expect(Object.fromEntries(toldOf(elements, version))).toEqual(Object.fromEntries(expectedTold(done, version)));
  const objectives = new Map(rows(elements, 'objectives').map((row) => [row.id, row]));
  for (const [id, { score, passed }] of expectedCompetencies(done)) {
    const status =
      version === '1.2' ? { status: passed ? 'passed' : 'incomplete' } : { completion_status: passed ? 'completed' : 'incomplete' };
    expect(objectives.get(id)).toMatchObject({ id, 'score.raw': String(score), ...status });
  }
  expect(elements['cmi.suspend_data']?.length).toBeGreaterThan(50);
}

/** In review everything is shown as it was done, nothing can be changed and nothing is written. */
async function expectReview(course: Course, kept: unknown): Promise<void> {
  const tab = await openTab(course.context, course.host);
  const sco = await visit(tab.page, course.host, { version: course.version, mode: 'review', stored: kept });
  expect(await sco.locator('[data-when="review"]').isVisible()).toBe(true);
  expect(await showAllStates(tab.page)).toEqual(expectedStates(course));
  // What only chooses what is shown, such as rows of a table, stays in use.
  const open = '[data-activity] :is(input, select, textarea):not(:disabled, [readonly], [data-note="skip"] *)';
  expect(await sco.locator(open).count()).toBe(0);
  await closeSco(tab.page);
  const writing = (await calls(tab.page)).filter(({ name }) => /Set|Commit/.test(name));
  // In 2004 a look must say that the attempt goes on (moodle.md 13).
  const record = writing.filter(({ args }) => args[0] !== 'cmi.exit');
  expect([record, await complaints(tab)]).toEqual([[], []]);
  const after = flatten(await stored(tab.page));
  // An LMS forgets how and how long the visit before was; all else stays.
  const lasting = Object.entries(flatten(kept)).filter(([name]) => !/exit$|session_time$|entry$|mode$|credit$|total_time$/.test(name));
  expect(after).toMatchObject(Object.fromEntries(lasting));
  await tab.page.close();
}

/** Opened once more in earnest, a finished module stays as it is. */
async function expectStays(course: Course, kept: unknown): Promise<void> {
  const tab = await open(course, kept);
  expectFinished(course, course.version, await leaveByFrame(tab));
}

/** Plays a module over three visits, left in the middle by frame and by tab, to its end; reopens it in review and in earnest. */
export async function playThrough(setting: Setting): Promise<void> {
  const course: Course = { ...setting, answers: planOf(setting.content, setting.isRight), checked: [] };
  const first = await firstVisit(course);
  const { kept, shown } = await secondVisit(course, first);
  const last = await lastVisit(course, kept, shown);
  expectFinished(course, course.version, last);
  await expectReview(course, last);
  await expectStays(course, last);
}

/** As `playThrough`, over two visits: the tab is closed in the middle of the quiz. @returns what the LMS kept */
export async function playInTwo(setting: Setting): Promise<Elements> {
  const course: Course = { ...setting, answers: planOf(setting.content, setting.isRight), checked: [] };
  const { kept, shown } = await secondVisit(course);
  const last = await lastVisit(course, kept, shown);
  expectFinished(course, course.version, last);
  await expectReview(course, last);
  return flatten(last);
}

/** Plays a module in one visit, which stays open at the results. @returns the tab and what was done */
export async function playAtOnce(setting: Setting): Promise<{ tab: Tab; done: Done }> {
  const course: Course = { ...setting, answers: planOf(setting.content, setting.isRight), checked: [] };
  const tab = await open(course);
  course.checked.push(...(await playToEnd(tab.page, course.answers, course.content)));
  return { tab, done: course };
}
