import type { Page } from 'playwright-core';
import type { Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { currentPage, nextPage, scoFrame } from '../helpers/keyboard.ts';
import type { Plan } from './answers.ts';
import { isAnswered, readStop, type Stop } from './stop.ts';

/** Most stops on one page: more means that the focus goes round. */
const MOST = 1500;

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

type Parts = Readonly<Record<string, Answer>>;

/** The part of an answer that belongs to a stop; levels, values and facts lie one step deeper. */
function answerAt({ part }: Stop, answer: Answer): Answer | undefined {
  if (part === '' || Array.isArray(answer) || typeof answer !== 'object' || answer === null) return answer;
  const { levels, values, facts } = answer as Readonly<Record<string, Parts | undefined>>;
  return [answer as Parts, levels, values, facts].find((one) => one?.[part] !== undefined)?.[part];
}

/** Arrow keys lead from the value that is chosen, or from the first one, to the one wanted. */
async function chooseRadio(page: Page, { value, values }: Stop, wanted: string): Promise<void> {
  const [from, to] = [values.indexOf(value), values.indexOf(wanted)];
  if (from === to) return;
  if (from < 0 && to === 0) return press(page, 'Space', 1);
  await press(page, to > from ? 'ArrowDown' : 'ArrowUp', Math.abs(to - Math.max(from, 0)));
}

async function chooseOption(page: Page, { value, values }: Stop, wanted: string): Promise<void> {
  const way = values.indexOf(wanted) - values.indexOf(value);
  await press(page, way > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(way));
}

async function write(page: Page, { value }: Stop, wanted: string): Promise<void> {
  if (value === wanted) return;
  if (value) await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(wanted);
}

/** Sorts by insertion: the steps above this one are in order among themselves already. */
async function moveStep(page: Page, { value, values, state }: Stop, wanted: readonly Answer[]): Promise<void> {
  const at = values.indexOf(value);
  const before = values.slice(0, at).filter((token) => wanted.indexOf(token) < wanted.indexOf(value)).length;
  await press(page, 'ArrowUp', at - before);
  // Where all steps lie right from the start, one must be touched all the same.
  if (state === 'new' && at === values.length - 1 && before === at) for (const key of ['ArrowUp', 'ArrowDown']) await press(page, key, 1);
}

async function slide(page: Page, { value, on }: Stop, wanted: number): Promise<void> {
  if (on && Number(value) === wanted) return;
  const from = await scoFrame(page).evaluate(() => Number((document.activeElement as HTMLInputElement).min));
  await press(page, 'Home', 1);
  await press(page, 'ArrowRight', wanted - from);
}

/** Words or ideas, each behind the Enter key. */
async function enter(page: Page, wanted: readonly Answer[]): Promise<void> {
  for (const [index, words] of wanted.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(String(words));
  }
}

/** Takes the decision planned for this scene. */
async function decide(page: Page, { value, values }: Stop, wanted: readonly Answer[]): Promise<void> {
  if (wanted[values.length - 1] === value) await page.keyboard.press('Enter');
}

/** Puts the cards of a pile into their groups, from the top. */
async function sortPile(page: Page, { values }: Stop, wanted: Answer): Promise<void> {
  const parts = wanted as Readonly<Record<string, readonly string[]>>;
  for (;;) {
    const card = await scoFrame(page).evaluate(
      () => document.activeElement?.closest('[data-activity]')?.querySelector<HTMLElement>('[data-now]')?.dataset.chip,
    );
    const [group] = parts[card ?? ''] ?? [];
    if (group === undefined) return;
    await page.keyboard.press(String(values.indexOf(group) + 1));
  }
}

/** Opens a row, and goes with Tab to the label that is wanted. */
async function joinRow(page: Page, { value, values }: Stop, wanted: string): Promise<void> {
  if (value === wanted) return;
  await page.keyboard.press('Enter');
  await press(page, 'Tab', values.indexOf(wanted));
  await page.keyboard.press('Enter');
}

/** Gives the part of an answer that belongs to the stop with the focus. */
export async function answerStop(page: Page, stop: Stop, whole: Answer): Promise<void> {
  const answer = answerAt(stop, whole);
  const list: readonly Answer[] = Array.isArray(answer) ? answer : [];
  const first = Array.isArray(answer) ? String(list[0]) : String(answer);
  if (stop.kind === 'radio') await chooseRadio(page, stop, first);
  else if (stop.kind === 'select') await chooseOption(page, stop, first);
  else if (stop.kind === 'field') await write(page, stop, first);
  else if (stop.kind === 'checkbox' && list.includes(stop.value) !== stop.on) await press(page, 'Space', 1);
  else if (stop.kind === 'pile') await sortPile(page, stop, whole);
  else if (stop.kind === 'row') await joinRow(page, stop, first);
  else if (stop.kind === 'step') await moveStep(page, stop, list);
  else if (stop.kind === 'range') await slide(page, stop, Number(answer));
  else if (stop.kind === 'decision') await decide(page, stop, list);
  else if (stop.kind === 'words' && stop.values.length === 0) await enter(page, list);
  else if (stop.kind === 'ideas' && stop.values.length === 0) {
    await page.keyboard.press('Enter');
    await enter(page, list);
  }
}

async function openStop(page: Page, { kind, on, values }: Stop): Promise<void> {
  if (kind === 'tab') await press(page, 'ArrowRight', values.length - 1);
  else if ((kind === 'summary' || kind === 'card') && !on) await press(page, 'Enter', 1);
}

function stateOf(page: Page, activity: string): Promise<readonly [state: string, missing: string]> {
  return scoFrame(page).evaluate((id) => {
    const root = document.getElementById(`a-${id}`);
    return [root?.dataset.state ?? '', root?.querySelector('.c-missing:not([hidden])')?.textContent ?? ''] as const;
  }, activity);
}

/** Presses « Vérifier », which has the focus, and makes sure that the answer was taken. */
async function check(page: Page, { activity }: Stop): Promise<void> {
  await page.keyboard.press('Enter');
  const [state, missing] = await stateOf(page, activity);
  if (!isAnswered(state)) throw new Error(`${activity} was not taken, it is ${state}: ${missing}`);
}

export interface Walk {
  /** Asked before each « Vérifier » with the ids checked so far: true leaves this answer a draft and stops. */
  stop?(checked: readonly string[]): boolean;
  /** Actions to press as well, such as `quiz-restart`. */
  readonly also?: string;
}

/**
 * Goes through the page on screen with Tab alone, answers as planned and opens whatever opens, up to « Page suivante ».
 * @returns ids checked on the way, in order, and the id of the draft where it stopped for one
 */
export async function playPage(
  page: Page,
  plan: Plan,
  { stop: isEnough, also }: Walk = {},
): Promise<{ checked: string[]; draft?: string }> {
  const frame = scoFrame(page);
  const checked: string[] = [];
  for (let stops = 0; stops < MOST; stops++) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate(readStop);
    const answer = plan.get(stop.activity);
    if (stop.kind === 'action' && stop.value === 'next') return { checked };
    if (stop.kind === 'action' && stop.value === also) await page.keyboard.press('Enter');
    else if (stop.kind === 'turn') await page.keyboard.press('Enter');
    else if (answer === undefined || stop.kind === 'summary') await openStop(page, stop);
    else if (isAnswered(stop.state)) continue;
    else if (stop.kind !== 'action') {
      await answerStop(page, stop, answer);
      // The last decision of a story is its answer.
      if (stop.kind === 'decision' && isAnswered((await stateOf(page, stop.activity))[0])) checked.push(stop.activity);
    } else if (stop.value !== 'check') continue;
    else if (isEnough?.(checked)) return { checked, draft: stop.activity };
    else {
      await check(page, stop);
      checked.push(stop.activity);
    }
  }
  throw new Error(`Tab never comes to the next page on ${await currentPage(page)}`);
}

/**
 * Plays from the page on screen up to a page, or to the results.
 * @returns ids checked on the way, in order
 */
export async function playUntil(page: Page, plan: Plan, until = ''): Promise<string[]> {
  const checked: string[] = [];
  for (let here = await currentPage(page); here !== until; here = await currentPage(page)) {
    checked.push(...(await playPage(page, plan)).checked);
    await nextPage(page);
    await scoFrame(page).locator(`#p-${here}`).waitFor({ state: 'hidden' });
  }
  return checked;
}

/**
 * Plays from the page on screen up to the results, then the pages that go further, up to the results again.
 * @returns ids checked on the way, in order
 */
export async function playToEnd(page: Page, plan: Plan, { pages }: ModuleContent): Promise<string[]> {
  const checked = await playUntil(page, plan);
  const further = pages.find((one) => one.further);
  if (!further) return checked;
  await scoFrame(page).locator(`#c-results a[href="#p-${further.id}"]`).press('Enter');
  await scoFrame(page).locator(`#p-${further.id}`).waitFor();
  return [...checked, ...(await playUntil(page, plan))];
}

/** Goes on with Tab until an action has the focus, and presses it. */
export async function pressAction(page: Page, action: string): Promise<void> {
  for (let stops = 0; stops < MOST; stops++) {
    await page.keyboard.press('Tab');
    const stop = await scoFrame(page).evaluate(readStop);
    if (stop.kind === 'action' && stop.value === action) return page.keyboard.press('Enter');
  }
  throw new Error(`Tab never comes to ${action}`);
}

/** `data-state` of the activities of the page on screen by id, in the order of the page; questions that aren't asked are left out. */
export function visibleStates(page: Page): Promise<Record<string, string>> {
  return scoFrame(page).evaluate(() => {
    const roots = [...document.querySelectorAll<HTMLElement>('.c-page:not([hidden]) [data-activity]:not([hidden])')];
    return Object.fromEntries(roots.map(({ dataset }) => [dataset.activity ?? '', dataset.state ?? '']));
  });
}

/** Shows every page once, and gives the `data-state` of every activity by id. */
export async function showAllStates(page: Page): Promise<Record<string, string>> {
  const frame = scoFrame(page);
  const pages = await frame.locator('#c-pages a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
  for (const id of pages) {
    await frame.evaluate((hash) => document.querySelector<HTMLElement>(`#c-pages a[href="#${hash}"]`)?.click(), id);
    await frame.locator(`#${id}:not([hidden])`).waitFor();
  }
  return frame.evaluate(() => {
    const roots = [...document.querySelectorAll<HTMLElement>('[data-activity]')];
    return Object.fromEntries(roots.map(({ dataset }) => [dataset.activity ?? '', dataset.state ?? '']));
  });
}
