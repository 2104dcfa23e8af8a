import { isShown } from './steps.ts';
import { nameOf, shown } from './survey.ts';

const STOPS = 'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex="0"]';

/** Has an outline of its own, or draws it around its card. */
function isRinged(element: Element): boolean {
  const drawn = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const next = element.nextElementSibling;
  const near = [element.closest('.c-option, .mark-text-passage'), next, element.parentElement];
  return (
    drawn(getComputedStyle(element)) ||
    near.some((one) => !!one && (drawn(getComputedStyle(one)) || drawn(getComputedStyle(one, '::before'))))
  );
}

/** Everything on screen that Tab stops at: of a group of radio buttons one. */
function stops(): HTMLElement[] {
  const groups = new Set<string>();
  return shown(STOPS).filter((one) => {
    if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[inert]')) return false;
    if (!one.matches('[type=radio]')) return true;
    const { name } = one as HTMLInputElement;
    if (groups.has(name)) return false;
    groups.add(name);
    return true;
  });
}

const seen = new Set<Element | string>();
const faults: string[] = [];
let expected: HTMLElement[] = [];
let listening = false;

/** Identity of a stop: a group of radio buttons is one. Its place among the others doesn't count, since pages that load later move it. */
function keyOf(element: Element): Element | string {
  return element.matches('[type=radio]') ? (element as HTMLInputElement).name : element;
}

/** Part of an element that stands on screen below the bar. */
function isInView(element: Element): boolean {
  // The bar itself, and the link that lies over it, are where they are.
  const bar = element.closest('.c-bar, .c-skip') ? 0 : (document.querySelector('.c-bar')?.getBoundingClientRect().bottom ?? 0);
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, bar) > Math.min(10, (bottom - top) / 2);
}

function met({ target }: FocusEvent): void {
  const element = target as HTMLElement;
  seen.add(keyOf(element));
  if (!isRinged(element)) faults.push(`no ring: ${nameOf(element)}`);
  // The browser scrolls after the focus has come.
  requestAnimationFrame(() => {
    if (document.activeElement === element && !isInView(element.closest('label') ?? element))
      faults.push(`out of sight: ${nameOf(element)}`);
  });
}

/** Listens from now on, from the top of the page. @returns how often Tab is to be pressed to come round; a player has stops of its own */
export function followFocus(): number {
  if (!listening) addEventListener('focusin', met);
  listening = true;
  seen.clear();
  faults.length = 0;
  expected = stops();
  expected[0]?.focus();
  return expected.length + 10 * shown('audio, video').length;
}

/** Faults of a walk by Tab: stops that it missed, stops that can't be seen, and no way round. */
export function focusFaults(): string[] {
  const missed = expected.filter((one) => isShown(one) && !seen.has(keyOf(one))).map((one) => `never reached: ${nameOf(one)}`);
  return [...missed, ...faults];
}

/** Everything on screen that shows no ring when it has the focus. */
export function rings(): string[] {
  return stops().flatMap((one) => {
    one.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    return document.activeElement === one && isRinged(one) ? [] : [nameOf(one)];
  });
}

export interface Focusing {
  followFocus: typeof followFocus;
  focusFaults: typeof focusFaults;
  rings: typeof rings;
}
