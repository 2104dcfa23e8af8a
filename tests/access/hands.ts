import { nextStep, type Step } from './steps.ts';

/** Answers by activity id, as they come through the debugger: a type that holds itself is too deep for it. */
export type Plan = object;

/** More steps than any page needs. */
const MOST = 600;

/** Lets the page do what it has put off until after an event. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The page on screen; of one in steps, the step. */
function shownPage(): HTMLElement {
  const page = document.querySelector<HTMLElement>('.c-page:not([hidden])') as HTMLElement;
  return page.querySelectorAll('.c-screen[data-at="now"]').length === 1
    ? (page.querySelector('.c-screen[data-at="now"]') as HTMLElement)
    : page;
}

/** The next step; what a press has opened may be on screen only a frame later. */
async function stepAhead(plan: Plan): Promise<Step | undefined> {
  const step = nextStep(shownPage(), plan);
  if (step) return step;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return nextStep(shownPage(), plan);
}

/** Does a step by script, as quick as the page can take it, with the focus where a key would have it. */
function take({ kind, at, text }: Step): void {
  (at.matches('label') ? at.querySelector('input') : at)?.focus({ preventScroll: true });
  if (kind === 'press') {
    at.click();
    return;
  }
  (at as HTMLInputElement).value = text;
  at.dispatchEvent(new Event('input', { bubbles: true }));
  if (kind !== 'write') at.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Observer of each step. */
interface Onlooker {
  before(step: Step): void;
  after(step: Step): void;
}

/**
 * Opens and answers everything on the page on screen, without a pointer.
 * @returns how many steps it took
 * @throws where it does not come to an end
 */
export async function answerPage(plan: Plan, onlooker?: Onlooker): Promise<number> {
  for (let steps = 0; steps < MOST; steps++) {
    const step = await stepAhead(plan);
    if (!step) return steps;
    // An activity that has just been judged takes no press for a moment.
    while (step.at.dataset.action === 'continue' && step.at.closest('[data-calm]')) await new Promise((resolve) => setTimeout(resolve, 50));
    onlooker?.before(step);
    take(step);
    await pause();
    onlooker?.after(step);
  }
  const at = nextStep(shownPage(), plan)?.at;
  const root = at?.closest<HTMLElement>('[data-activity]');
  throw new Error(`no end on ${root?.id}: ${at?.outerHTML.slice(0, 200)} ${root?.querySelector('.c-missing')?.textContent}`);
}

/** Answers the page on screen as `answerPage` does, but takes some steps only. @returns once they are taken, or none is left */
export async function answerSteps(plan: Plan, most: number): Promise<void> {
  for (let steps = 0; steps < most; steps++) {
    const step = await stepAhead(plan);
    if (!step) return;
    take(step);
    await pause();
  }
}

/** Answers the page on screen up to the next « Vérifier », and gives the id of its activity; undefined where none is left. */
export async function answerUpToButton(plan: Plan): Promise<string | undefined> {
  for (let steps = 0; steps < MOST; steps++) {
    const step = await stepAhead(plan);
    if (!step) return undefined;
    if (step.at.dataset.action === 'check') return step.at.closest<HTMLElement>('[data-activity]')?.dataset.activity;
    take(step);
    await pause();
  }
  throw new Error('no end');
}

/** A step given to a hand outside the page, with the middle of what it is about, in CSS pixels of the window. */
export interface Aim {
  readonly kind: Step['kind'];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Element that lies there instead, or is too small to hit. */
  readonly fault: string;
  readonly markup: string;
}

/** Next action of a pointer; undefined when nothing is left. */
export function aim(plan: Plan): Aim | undefined {
  const step = nextStep(shownPage(), plan);
  if (!step) return undefined;
  const { kind, at, text } = step;
  at.scrollIntoView({ block: 'center', inline: 'center' });
  // Words that go over several lines are met on the first of them.
  const [{ left, top, width, height } = at.getBoundingClientRect()] = at.getClientRects();
  const slider = at as HTMLInputElement;
  const share = kind === 'slide' ? (Number(text) - Number(slider.min)) / (Number(slider.max) - Number(slider.min)) : 0.5;
  // The knob's middle goes from half its width to half its width before the end.
  const knob = kind === 'slide' ? Math.min(height, 20) : 0;
  const [x, y] = [left + knob / 2 + (width - knob) * share, top + height / 2];
  const there = document.elementFromPoint(x, y);
  const met = at.contains(there);
  return { kind, text, x, y, fault: met ? '' : (there?.outerHTML.slice(0, 80) ?? 'nothing'), markup: at.outerHTML.slice(0, 120) };
}

/** Chooses from the list that has the focus, as its own window would. */
export function choose(text: string): void {
  const list = document.activeElement as HTMLSelectElement;
  list.value = text;
  list.dispatchEvent(new Event('input', { bubbles: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

export interface Hands {
  pause: typeof pause;
  choose: typeof choose;
  answerPage: typeof answerPage;
  answerSteps: typeof answerSteps;
  answerUpToButton: typeof answerUpToButton;
  aim: typeof aim;
}
