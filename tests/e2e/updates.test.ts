import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Types } from '../../src/model/judging/judging.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type FakeLms, fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { readZip } from '../helpers/read-zip.ts';
import { rightAnswer } from './answers.ts';
import { after, before } from './changed-texts.ts';
import { readContent } from './read-content.ts';
import { tramway } from './tramway.ts';
import { bannerOf, launch, record, stateOf, turnTo } from './visits.ts';

let browser: Browser;
/** The package after the change, and the module before and after it. */
let zip: string;
let old: ModuleContent;
let changed: ModuleContent;

beforeAll(async () => {
  browser = await openBrowser();
  const course = tramway('scorm12');
  old = readContent(await readZip(course.build(before.body, before.bank)));
  zip = course.build(after.body, after.bank);
  changed = readContent(await readZip(zip));
});

afterAll(() => browser?.close());

const types = (): Types => Object.fromEntries([...activityTypes].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])));

function visit(content: ModuleContent, lms: FakeLms): Tracker {
  const { now, later } = fakeTime();
  const tracker = createTracker({ content, types: types(), driver: lms.driver(), now, later, random: Math.random });
  tracker.visit(content.pages[0]?.id ?? '');
  return tracker;
}

/** A learner who did all of the module before it was changed, and all of it right. */
function finished(): FakeLms {
  const lms = fakeLms();
  const tracker = visit(old, lms);
  for (const { id } of old.pages) tracker.visit(id);
  const drawn = old.activities.filter(({ quiz }) => quiz);
  tracker.draft('bilan', { round: 1, drawn: drawn.map(({ n }) => n), done: false, kept: [] });
  for (const activity of old.activities) if (activity.type === 'choice') tracker.submit(activity.id, rightAnswer(activity));
  tracker.submit('bilan', { round: 1, drawn: drawn.map(({ n }) => n), done: true, kept: drawn.map(({ n }) => [n, 10_000]) });
  tracker.leave();
  expect(lms.kept).toMatchObject({ status: 'passed', score: 100 });
  return lms;
}

describe('a new build on the state of an old one', () => {
  test('existing items are kept: a corrected text, choices in another order, a moved activity', () => {
    const tracker = visit(changed, finished());
    for (const id of ['q-texte', 'q-ordre', 'q-voyage', 'b-rail']) {
      expect([id, tracker.standing(id).verdict?.outcome]).toEqual([id, 'right']);
    }
  });

  test('what was answered with a choice that is gone, and what is new, is to be done', () => {
    const tracker = visit(changed, finished());
    for (const id of ['q-choix', 'q-neuve', 'b-neige']) expect([id, tracker.standing(id).submitted]).toEqual([id, false]);
  });

  test('finished stays finished, and the best score stays', () => {
    const lms = finished();
    const tracker = visit(changed, lms);
    expect(tracker.progress()).toMatchObject({ status: 'passed', score: 100 });
    tracker.submit('q-neuve', []);
    tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 100 });
  });

  test('no interaction of the LMS loses its place, and new ones come after', () => {
    const lms = finished();
    const places = (): Map<string, number> => new Map(lms.kept?.interactions.map(({ id, place }) => [id, place]));
    const had = places();
    const tracker = visit(changed, lms);
    tracker.submit('q-neuve', ['a']);
    tracker.leave();
    for (const [id, place] of places()) expect([id, place]).toEqual([id, had.get(id) ?? expect.any(Number)]);
    expect(places().get('q-neuve')).toBeGreaterThanOrEqual(had.size);
  });

  test('the learner is informed once', () => {
    const lms = finished();
    const tracker = visit(changed, lms);
    expect(tracker.found).toBe('updated');
    tracker.leave();
    expect(visit(changed, lms).found).toBe('state');
  });

  test('and so it is with the old build on the state of the new one, but for an answer that names what it never had', () => {
    const lms = finished();
    const tracker = visit(changed, lms);
    for (const activity of changed.activities) if (activity.type === 'choice') tracker.submit(activity.id, rightAnswer(activity));
    tracker.leave();
    const back = visit(old, lms);
    expect([back.found, back.progress().status, back.standing('q-texte').verdict?.outcome]).toEqual(['aside', 'passed', 'right']);
    // What was answered to it before the change is there again.
    expect(back.standing('q-choix').answer).toEqual(['a']);
  });
});

test('the changed module opens in the browser on what was done before, page by page, without a fault', async () => {
  const site = await serveSite(zip, { version: '1.2' });
  site.kept = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100', 'cmi.suspend_data': finished().kept?.state ?? '' };
  const context = await browser.newContext();
  const first = await launch(context, site);
  expect(await bannerOf(first.sco)).toBe('updated');
  await turnTo(first.sco, 'depot');
  await turnTo(first.sco, 'ligne');
  const ids = ['q-texte', 'q-ordre', 'q-choix', 'q-voyage', 'q-neuve', 'b-rail'];
  const states = await Promise.all(ids.map((id) => stateOf(first.sco, id)));
  expect(states).toEqual(['right', 'right', 'new', 'right', 'new', 'right']);
  expect(await first.sco.locator('#a-q-ordre :checked').getAttribute('value')).toBe('b');
  expect(await first.sco.locator('#a-q-choix :checked').count()).toBe(0);
  await first.sco.evaluate(() => document.querySelector<HTMLElement>('.c-drawer-in [data-action="notebook"]')?.click());
  expect(await first.sco.locator('#c-notebook').textContent()).toContain('Les freins');
  await first.page.close();
  await expect.poll(() => site.received.at(-1)).toMatch(/Finish/);
  expect([record(site).status, record(site).score, first.faults]).toEqual(['passed', '100', []]);
  await context.close();
  site.close();
});
