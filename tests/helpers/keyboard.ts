import type { Frame, Page } from 'playwright-core';
import { leftOpen } from './left-open.ts';

/** The focused element in the package's page. */
interface Focus {
  readonly kind:
    | 'radio'
    | 'checkbox'
    | 'text'
    | 'number'
    | 'range'
    | 'textarea'
    | 'select'
    | 'summary'
    | 'tab'
    | 'check'
    | 'next'
    | 'button'
    | 'other';
  /** Id and type of the innermost activity around it. */
  readonly activity: string;
  readonly type: string;
  readonly state: string;
  /** True if it is answered: a radio of its group is ticked, a field is filled, a card is open. */
  readonly settled: boolean;
  readonly outlined: boolean;
  readonly markup: string;
}

function readFocus(): Focus {
  const element = document.activeElement as HTMLElement | null;
  const root = element?.closest<HTMLElement>('[data-activity]');
  const input = element as HTMLInputElement;
  const type = element?.tagName === 'INPUT' ? input.type : '';
  const kind = ((): Focus['kind'] => {
    if (type === 'radio' || type === 'checkbox' || type === 'range') return type;
    if (element?.tagName === 'INPUT') return input.inputMode === 'decimal' || input.inputMode === 'numeric' ? 'number' : 'text';
    if (element?.tagName === 'TEXTAREA') return 'textarea';
    if (element?.tagName === 'SELECT') return 'select';
    if (element?.tagName === 'SUMMARY') return 'summary';
    if (element?.getAttribute('role') === 'tab') return 'tab';
    if (element?.dataset.action === 'check') return 'check';
    if (element?.dataset.action === 'next') return 'next';
    // Both lead to the next question of a quiz.
    if (element?.matches('[data-action="quiz-next"], [data-body][data-continue] ~ .c-actions > [data-action="continue"]')) return 'button';
    return element?.tagName === 'BUTTON' && !element.dataset.action ? 'button' : 'other';
  })();
  const settled = ((): boolean => {
    if (type === 'radio') return !!document.querySelector(`input[name="${CSS.escape(input.name)}"]:checked`);
    if (type === 'checkbox')
      return [...(root?.querySelectorAll<HTMLInputElement>(':scope > [data-body] input[type=checkbox]') ?? [])].some(
        (one) => one.name === input.name && one.checked,
      );
    if (kind === 'summary') return element?.parentElement?.hasAttribute('open') ?? false;
    if (kind === 'button') return element?.getAttribute('aria-expanded') === 'true' || element?.getAttribute('aria-pressed') === 'true';
    return ['text', 'number', 'textarea', 'select'].includes(kind) && input.value !== '';
  })();
  // A choice shows the ring on its whole card, drawn before the card's text.
  const ring = (one: Element | null | undefined, pseudo?: string): boolean =>
    !!one && getComputedStyle(one, pseudo).outlineStyle !== 'none';
  const outlined = element !== document.body && (ring(element) || ring(element?.nextElementSibling, '::before'));
  return {
    kind,
    activity: root?.dataset.activity ?? '',
    type: root?.dataset.type ?? '',
    state: root?.dataset.state ?? '',
    settled,
    outlined,
    markup: element?.outerHTML.slice(0, 120) ?? '',
  };
}

/** Text for a field, long enough for any minimum. */
const WORDS =
  'Le service accueille des familles et travaille avec la commune, une association et un bailleur pour un projet commun, évalué chaque année par tous. '.repeat(
    2,
  );

/** Returns the frame of the package. */
export function scoFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('/course/sco/'));
  if (!frame) throw new Error('no package is open');
  return frame;
}

/** Texts to type into a type's fields, by their kind. */
type Typed = Readonly<Partial<Record<'text' | 'number' | 'textarea', string>>>;

/**
 * Answers with the focused element.
 * @param turn makes each word different, because some activities refuse duplicates
 * @param typed texts for the type's fields
 */
async function act(page: Page, focus: Focus, turn: number, typed: Typed = {}): Promise<void> {
  const { keyboard } = page;
  if (focus.kind === 'tab') return keyboard.press('ArrowRight');
  if (focus.kind === 'range') return keyboard.press('ArrowRight');
  if (focus.settled) return;
  if (focus.kind === 'radio' || focus.kind === 'checkbox') return keyboard.press('Space');
  if (focus.kind === 'text') return keyboard.type(typed.text ?? `partenariat ${turn}`);
  if (focus.kind === 'number') return keyboard.type(typed.number ?? '12');
  if (focus.kind === 'textarea') return keyboard.insertText(typed.textarea ?? WORDS);
  if (focus.kind === 'select') return keyboard.press('ArrowDown');
  if (focus.kind === 'summary' || focus.kind === 'button' || focus.kind === 'check') return keyboard.press('Enter');
}

const ANSWERED = ['right', 'partly', 'wrong', 'done'];

export interface Walk {
  /** Stops of Tab that showed no focus. */
  readonly unseen: readonly string[];
  readonly stops: number;
}

/**
 * Goes through the page on screen with Tab only, answers everything, and stops on « Page suivante ».
 * @param typedBy texts for a type's fields
 * @throws if the focus goes round without reaching that button; names the unanswered activities
 */
export async function walkPage(page: Page, typedBy: (type: string) => Typed | undefined = () => undefined): Promise<Walk> {
  const frame = scoFrame(page);
  const unseen: string[] = [];
  for (let stops = 1; stops < 900; stops++) {
    await page.keyboard.press('Tab');
    const focus = await frame.evaluate(readFocus);
    if (!focus.outlined && focus.kind !== 'other') unseen.push(focus.markup);
    if (focus.kind === 'next') return { unseen, stops };
    if (ANSWERED.includes(focus.state) && focus.kind !== 'summary' && focus.kind !== 'tab' && focus.kind !== 'button') continue;
    if (focus.activity === '' && focus.kind !== 'summary') continue;
    const typed = typedBy(focus.type);
    await act(page, focus, stops, typed);
    // A button may move the focus to a field for the next word.
    const next = focus.kind === 'button' ? await frame.evaluate(readFocus) : focus;
    if (next.kind === 'text' && focus.kind === 'button') await act(page, next, stops, typed);
    if (focus.kind === 'tab') for (let turn = 0; turn < 5; turn++) await page.keyboard.press('ArrowRight');
  }
  throw new Error(['Tab never comes to the next page', ...(await leftOpen(frame))].join('\n'));
}

/** Presses « Page suivante », which has the focus. */
export async function nextPage(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
}

/** Id of the page on screen; '' at the results. */
export function currentPage(page: Page): Promise<string> {
  return scoFrame(page).evaluate(() => document.querySelector<HTMLElement>('.c-page:not([hidden])')?.dataset.page ?? '');
}
