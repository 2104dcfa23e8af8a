import { element } from './strings.ts';

/** Actions by key. Those of a single letter can be switched off (WCAG 2.1.4). */
export type Actions = Readonly<Record<string, () => void>>;

/** Elements that handle a key themselves. */
const OWN: Readonly<Record<string, string>> = {
  ' ': 'button, summary, a, input',
  ArrowUp: '.r-tall .r-body, .r-notes, input',
  ArrowDown: '.r-tall .r-body, .r-notes, input',
  ArrowLeft: 'input',
  ArrowRight: 'input',
  Home: 'input',
  End: 'input',
};

function needsKey(target: EventTarget | null, key: string): boolean {
  const own = OWN[key] ?? (key.length === 1 ? 'input[inputmode]' : undefined);
  // `instanceof Element` fails for targets in the notes window, which has its own classes.
  const closest = (target as Partial<Element> | null)?.closest;
  return own !== undefined && closest !== undefined && closest.call(target, own) !== null;
}

/** Returns the key handler of both windows. @param digit called with 1 to 9; `isLess` is true with Shift */
export function keyHandler(actions: Actions, digit: (number: number, isLess: boolean) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isCharacter = key.length === 1 && key !== ' ';
    if (isCharacter && !element<HTMLInputElement>('r-letters').checked) return;
    if (needsKey(event.target, key)) return;
    const number = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (action) action();
    else if (number !== undefined) digit(Number(number), event.shiftKey);
    else return;
    event.preventDefault();
  };
}

/** Minimum length of a swipe, in CSS pixels. */
const SWIPE = 60;

/** Calls `next` after a swipe to the left, `previous` after one to the right. */
export function bindSwipe(stage: HTMLElement, next: () => void, previous: () => void): void {
  let from: { readonly x: number; readonly y: number } | null = null;
  stage.addEventListener(
    'touchstart',
    ({ touches: [first, second] }) => {
      from = first && !second ? { x: first.clientX, y: first.clientY } : null;
    },
    { passive: true },
  );
  stage.addEventListener('touchend', ({ changedTouches: [last] }) => {
    if (!from || !last) return;
    const [x, y] = [last.clientX - from.x, last.clientY - from.y];
    from = null;
    if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
    if (x < 0) next();
    else previous();
  });
}
