import type { Activity, Answer } from '../../src/model/course/activity.ts';
import { answerStop } from '../e2e/play.ts';
import { isAnswered, readStop, type Stop } from '../e2e/stop.ts';
import type { VisitTab } from './visit-tab.ts';

/** Most stops in one activity. */
const MOST = 400;

/** Gives the focus to the so-manieth field of an activity. Runs in the page. @returns false after the last */
function focusAt([id, index]: readonly [string, number]): boolean {
  const root = document.getElementById(`a-${id}`);
  const all = [
    ...(root?.querySelectorAll<HTMLElement>(':scope > [data-body] :is(input, select, textarea, button, summary, [tabindex="0"])') ?? []),
  ];
  const own = all.filter((one) => one.closest('[data-activity]') === root && one.checkVisibility() && !one.matches(':disabled'));
  own[index]?.focus();
  return own.length > index;
}

/** Kinds of stops at which nothing is answered. */
const IDLE: readonly Stop['kind'][] = ['summary', 'tab', 'card', 'action', 'other'];

/**
 * Answers an activity field by field, by keyboard.
 * @param partly stops as soon as it is a draft
 */
export async function answerActivity(tab: VisitTab, { id }: Activity, answer: Answer, partly = false): Promise<void> {
  for (let index = 0, stops = 0; stops < MOST; index++, stops++) {
    if (!(await tab.sco.evaluate(focusAt, [id, index] as const))) return;
    const stop = await tab.sco.evaluate(readStop);
    if (stop.activity !== id || (partly && stop.state === 'draft')) return;
    if (IDLE.includes(stop.kind)) continue;
    if (stop.kind === 'words') await answerStop(tab.page, { ...stop, values: [] }, missing(answer, stop.values));
    else if (stop.kind !== 'decision') await answerStop(tab.page, stop, answer);
    else if (await decide(tab, stop, answer)) index = -1;
  }
}

/** The words of an answer that are not given yet. */
function missing(answer: Answer, given: readonly string[]): Answer {
  return Array.isArray(answer) ? answer.filter((word) => !given.includes(String(word))) : answer;
}

/** @returns true where it was the decision planned, and the story goes on */
async function decide(tab: VisitTab, stop: Stop, answer: Answer): Promise<boolean> {
  if (!Array.isArray(answer) || answer[stop.values.length - 1] !== stop.value) return false;
  await answerStop(tab.page, stop, answer);
  return true;
}

/** Gives the action of an activity's button; '' where none is on screen. */
export function buttonOf(tab: VisitTab, { id }: Activity): Promise<string> {
  return tab.sco.evaluate((name) => {
    const button = document.querySelector<HTMLElement>(`#a-${name} > .c-actions > button`);
    return button?.checkVisibility() ? (button.dataset.action ?? '') : '';
  }, id);
}

/** Presses the button of an activity by keyboard. */
export async function pressButton(tab: VisitTab, { id }: Activity): Promise<void> {
  await tab.sco.evaluate((name) => document.querySelector<HTMLElement>(`#a-${name} > .c-actions > button`)?.focus(), id);
  await tab.page.keyboard.press('Enter');
}

/** Returns true where an activity is on screen with something left to answer. */
export async function isOpen(tab: VisitTab, { id }: Activity): Promise<boolean> {
  const [shown, state, locked] = await tab.sco.evaluate((name) => {
    const root = document.getElementById(`a-${name}`);
    return [root?.checkVisibility() ?? false, root?.dataset.state ?? '', root?.hasAttribute('data-locked') ?? false] as const;
  }, id);
  return shown && !locked && !isAnswered(state);
}

/** Opens what folds, turns every card, and moves every slider that answers nothing. Runs in the page. */
export function openEverything(): void {
  const page = document.querySelector('.c-page:not([hidden])');
  for (const one of page?.querySelectorAll<HTMLElement>('summary, [role="tab"], [aria-expanded="false"]') ?? [])
    if (one.checkVisibility() && !one.closest('details[open] > summary') && !one.closest('dialog')) one.click();
  for (const range of page?.querySelectorAll<HTMLInputElement>('[data-type="image-compare"] input[type="range"]') ?? []) {
    range.value = '80';
    for (const type of ['input', 'change']) range.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Turns two cards of a memory. Runs in the page. */
export function turnPair([id, left, right]: readonly [string, string, string]): void {
  for (const card of [`[data-deck="left"][data-card="${left}"]`, `[data-deck="right"][data-card="${right}"]`])
    document.querySelector<HTMLElement>(`#a-${id} ${card}`)?.click();
}
