import type { Browser, Frame } from 'playwright-core';
import { expect } from 'vitest';
import { bannerOf, openTab, scoOf, turnTo } from '../e2e/visits.ts';
import { serveSite } from '../helpers/lms-site.ts';
import type { ActivityStanding, Expected, KeptState } from './kept.ts';

/** Types whose fields hold the values of the answer. */
const FIELDS = /^(?:choice|checklist|mark-text|true-false|scale|open-question|recap|numeric|short-text|cloze)$/;

/** An activity as the page shows it: its state, and the values of its fields. */
interface Seen {
  readonly state: string;
  readonly held: readonly string[];
}

/** Reads all activities that were shown so far, by id. */
function seenIn(sco: Frame): Promise<Record<string, Seen>> {
  return sco.evaluate(() => {
    const seen = (root: HTMLElement): Seen => {
      const inputs = [...root.querySelectorAll<HTMLInputElement>('input, textarea, select')];
      const own = inputs.filter((input) => input.closest('[data-activity]') === root);
      const isTicked = (input: HTMLInputElement): boolean => !/^(?:radio|checkbox)$/.test(input.type) || input.checked;
      const held = own.filter(isTicked).flatMap(({ value }) => (value === '' ? [] : [value]));
      return { state: root.dataset.state ?? '', held: held.sort() };
    };
    const roots = [...document.querySelectorAll<HTMLElement>('[data-activity]')];
    return Object.fromEntries(roots.map((root) => [root.dataset.activity ?? '', seen(root)]));
  });
}

/** Lists the values in an answer, at any depth. */
function leaves(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return answer === null || answer === undefined ? [] : [String(answer)];
  return Object.values(answer).flatMap(leaves);
}

/** @param withheld a quiz does not show the verdict yet */
function stateOf({ submitted, draft, outcome }: ActivityStanding, withheld: boolean): string {
  if (draft !== undefined) return 'draft';
  if (!submitted) return 'new';
  return withheld ? 'done' : (outcome ?? '');
}

/** An activity to look at. */
export interface ShownActivity {
  readonly id: string;
  readonly type: string;
  /** Id of its quiz, whose round is not over. */
  readonly quiz?: string;
}

/** Gives what the page must show of an activity; only its state where its fields are no plain ones. */
function wantedOf({ type, quiz }: ShownActivity, done: ActivityStanding): Partial<Seen> {
  const held = leaves(done.draft ?? done.answer).sort();
  return { state: stateOf(done, quiz !== undefined), ...(FIELDS.test(type) && { held }) };
}

/**
 * Launches a package with a kept state, looks at every page that was seen then, and leaves.
 * @param activities those on the pages seen
 * @returns what the LMS has afterwards
 */
export async function checkInBrowser(
  browser: Browser,
  zip: string,
  { snapshot }: KeptState,
  { page, seen, activities: done }: Expected,
  activities: readonly ShownActivity[],
): Promise<Readonly<Record<string, string>>> {
  const site = await serveSite(zip, snapshot.lms);
  site.kept = { ...snapshot.stored };
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const { page: tab, faults } = await openTab(context, site);
  // A busy machine may need more than the ten seconds of other tests.
  tab.setDefaultTimeout(60_000);
  await tab.goto(`${site.origin}/player`);
  const sco = await scoOf(tab, 'saved');
  expect(await bannerOf(sco)).toBe('');
  // Packages of today open with a cover, whose button leads to the page of the last visit.
  const begin = sco.locator('[data-action="begin"]');
  if (await begin.isVisible()) await begin.click();
  expect(await sco.locator('.c-page:not([hidden])').getAttribute('data-page')).toBe(page);
  for (const id of seen.filter((one) => one !== page)) await turnTo(sco, id);
  const shown = await seenIn(sco);
  for (const activity of activities) {
    const standing = done[activity.id];
    expect({ id: activity.id, ...shown[activity.id] }).toMatchObject({ id: activity.id, ...(standing && wantedOf(activity, standing)) });
  }
  await turnTo(sco, page);
  await tab.close();
  await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
  expect(faults).toEqual([]);
  await context.close();
  site.close();
  return site.kept;
}
