import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { tokenPosition } from '../../src/model/course/token.ts';
import { openBrowser } from '../helpers/browser.ts';
import { sampled } from '../helpers/sweep.ts';
import { expectedOf } from './allowed.ts';
import { checkInBrowser } from './in-browser.ts';
import {
  type ActivityStanding,
  COURSES,
  type Expected,
  folderOf,
  type KeptCourse,
  numbersOf,
  packageIn,
  releases,
  statesOf,
  VERSIONS,
} from './kept.ts';
import { numbersIn } from './numbers.ts';
import { ADDED, build, contentOf, copyOf, rewrite } from './rebuild.ts';
import { type Reopened, reopen } from './reopen.ts';
import { interactionsIn, objectivesIn, recordIn, type Scorings, scorings } from './visit.ts';

let types: Scorings;
let browser: Browser;

beforeAll(async () => {
  types = await scorings();
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Gives what the launch shows, as plain data. */
const standingOf = ({ standing }: Reopened): unknown => JSON.parse(JSON.stringify(standing));

function standingIn({ interactions: _, objectives: __, ...standing }: Expected): unknown {
  return standing;
}

/** Checks what the LMS has after a visit that changed nothing. In 2004, `failed` stands beside `incomplete`. */
function expectRecord({ lms }: Reopened, version: '1.2' | '2004', expected: Expected): void {
  const { status, score, page, interactions, objectives } = expected;
  expect(recordIn(lms.stored, version)).toEqual({ status: version === '2004' && status === 'failed' ? 'incomplete' : status, score, page });
  expect(interactionsIn(lms.stored, version).slice(0, interactions.length)).toMatchObject(interactions);
  expect(objectivesIn(lms.stored).slice(0, objectives.length)).toEqual(objectives);
  // The driver may try a longer state than the standard guarantees.
  expect(lms.refused.filter(({ args }) => args[0] !== 'cmi.suspend_data')).toEqual([]);
}

/** Finds the first draft outside a quiz. */
function draftIn({ activities }: ModuleContent, done: Expected['activities']): { id: string; standing: ActivityStanding } | undefined {
  const quizzes = new Set(activities.flatMap(({ quiz }) => quiz ?? []));
  const own = activities.find(({ id, quiz }) => quiz === undefined && !quizzes.has(id) && done[id]?.draft !== undefined);
  return own && { id: own.id, standing: done[own.id] as ActivityStanding };
}

describe.each(releases())('what version %s left behind', (release) => {
  const states = statesOf(release);
  const contents = new Map<string, ModuleContent>();
  let project: string;
  let out: string;

  const contentFor = ({ course }: KeptCourse): ModuleContent => contents.get(course) as ModuleContent;

  beforeAll(async () => {
    project = copyOf(release);
    out = build(project, VERSIONS);
    for (const kept of COURSES) contents.set(kept.course, await contentOf(out, kept));
  });

  test.each(COURSES)('$course keeps its numbers and tokens', (kept) => {
    const { pages, chapters, activities } = numbersOf(release, kept);
    const now = numbersIn(contentFor(kept));
    expect({ pages: now.pages, chapters: now.chapters }).toEqual({ pages, chapters });
    for (const [id, { parts, ...known }] of Object.entries(activities))
      expect({ id, ...now.activities[id] }).toEqual({ id, ...known, parts: expect.arrayContaining([...parts]) });
  });

  test('the first build leaves a lock that the next one accepts as it is', () => {
    expect(() => build(project, ['1.2'], '--frozen')).not.toThrow();
  });

  test('new pages, chapters, activities and parts get numbers that were never used', async () => {
    const grown = copyOf(release);
    rewrite(grown);
    const packages = build(grown, ['1.2']);
    for (const kept of COURSES.filter(({ course }) => course in ADDED)) {
      const known = numbersOf(release, kept);
      const now = numbersIn(await contentOf(packages, kept));
      const added = ADDED[kept.course] as (typeof ADDED)[string];
      expect(now.pages).toMatchObject(known.pages);
      expect(now.pages[added.page]).toBeGreaterThanOrEqual(known.used.pages);
      expect(now.chapters).toMatchObject(known.chapters);
      if (added.chapter) expect(now.chapters[added.chapter]).toBeGreaterThanOrEqual(known.used.chapters);
      expect(now.activities[added.activity]?.n).toBeGreaterThanOrEqual(known.used.activities);
      for (const [id, { n, parts }] of Object.entries(now.activities)) {
        const before = known.activities[id];
        if (before) expect({ id, n, parts }).toEqual({ id, n: before.n, parts: expect.arrayContaining([...before.parts]) });
      }
      const had = new Set(known.activities[added.part]?.parts.map(([token]) => token));
      const tokens = now.activities[added.part]?.parts.map(([token]) => token) ?? [];
      const fresh = tokens.filter((token) => !had.has(token)).map(tokenPosition);
      expect(fresh).toEqual([known.used.parts[added.part]]);
    }
  });

  test.each(states)('$name is read, saved and resumed', (state) => {
    const content = contentFor(state);
    const expected = expectedOf(state);
    const { version } = state.snapshot.lms;
    const first = reopen(content, types, state.snapshot);
    expect([first.found, first.tracker.isHeld(), standingOf(first)]).toEqual(['state', false, standingIn(expected)]);
    first.tracker.visit(expected.page);
    first.tracker.flush();
    const second = first.next();
    expectRecord(first, version, expected);
    expect([second.found, standingOf(second)]).toEqual(['state', standingIn(expected)]);
    const draft = draftIn(content, expected.activities);
    if (!draft) return;
    const { id, standing } = draft;
    second.tracker.visit(expected.page);
    second.tracker.submit(id, standing.draft ?? null);
    const { activities, page } = second.next().standing;
    expect(page).toBe(expected.page);
    expect(activities).toEqual({
      ...expected.activities,
      [id]: { submitted: true, tries: standing.tries + 1, answer: standing.draft, outcome: expect.any(String) },
    });
  });

  const halves = states.filter(({ course, moment }) => course === 'galerie' && moment === 'half');
  const makers = halves.flatMap((state) => [
    { ...state, maker: 'of today' },
    { ...state, maker: `of ${release}` },
  ]);

  test.each(sampled(makers, 1))(
    'the package $maker resumes $name and shows its answers',
    { timeout: 120_000 },
    async ({ maker, ...state }) => {
      const { version } = state.snapshot.lms;
      const isNew = maker === 'of today';
      const expected = isNew ? expectedOf(state) : state.expected;
      const packages = isNew ? out : `${folderOf(release)}/packages`;
      const activities = Object.entries(numbersOf(release, state).activities).map(([id, activity]) => ({ id, ...activity }));
      const seen = activities.filter(({ page }) => expected.seen.includes(page));
      const stored = await checkInBrowser(browser, packageIn(packages, state, version), state, expected, seen);
      expect(recordIn(stored, version)).toEqual({ status: expected.status, score: expected.score, page: expected.page });
      expect(interactionsIn(stored, version).slice(0, expected.interactions.length)).toMatchObject(expected.interactions);
    },
  );
});
