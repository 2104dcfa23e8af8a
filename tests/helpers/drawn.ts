import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { ICONS } from '../../build/studio/ui/icon-paths.ts';

/** Waits until everything that was asked for has come and is drawn. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 3; round++)
    await act(async () => {
      // Digests are made in other threads, one after the other: this one ends after those that were asked for.
      await crypto.subtle.digest('SHA-256', new Uint8Array());
      await new Promise((resolve) => setTimeout(resolve));
    });
}

/** Waits until it is so, at most for the time of many drawings. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 30 && !isSo(); round++) await settled();
}

/** Draws a part of the studio into the page. */
export async function draw(part: ComponentChild): Promise<void> {
  document.body.replaceChildren(document.createElement('main'));
  const [place] = document.body.children;
  await act(() => {
    render(h('div', null, part), place as Element);
  });
  await settled();
}

/** Removes what was drawn, with its effects. */
export async function undraw(): Promise<void> {
  const [place] = document.body.children;
  await act(() => {
    if (place) render(null, place);
  });
}

/** Returns the words of an element as they are read, with single spaces. */
export function wordsOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Returns the name of a control: its label, or its words. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label.replace(/[\s\u00a0\u202f]+/g, ' ');
  const id = element.getAttribute('id');
  const around = element.closest('label') ?? (id === null ? null : document.querySelector(`label[for="${id}"]`));
  return wordsOf(element.matches('input, select, textarea') ? around : element);
}

/** Finds controls by the start of their name, or by all of it with `^…$` in an expression. */
function allNamed(selector: string, name: string | RegExp): readonly HTMLElement[] {
  const fits = (own: string): boolean => (typeof name === 'string' ? own === name : name.test(own));
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => fits(nameOf(one)));
}

/** Finds the only control of a name. @throws if there is none, or several */
function named<Kind extends HTMLElement>(selector: string, name: string | RegExp): Kind {
  const [found, ...others] = allNamed(selector, name);
  if (!found || others.length > 0)
    throw new Error(
      `${found ? 'Several' : 'No'} ${selector} « ${name} » among: ${[...document.querySelectorAll(selector)].map(nameOf).join(' | ')}`,
    );
  return found as Kind;
}

/** Finds a button by its name. */
export function button(name: string | RegExp): HTMLButtonElement {
  return named('button', name);
}

/** Lists the names of all buttons, in order. */
export function buttons(): readonly string[] {
  return [...document.querySelectorAll('button')].map(nameOf);
}

/** Lists the looks of all buttons with the names of their icons, in order: `soft plus`. */
export function looks(): readonly string[] {
  const names = new Map<string | null | undefined, string>(Object.entries(ICONS).map(([name, line]) => [line, name]));
  return [...document.querySelectorAll('.s-button')].map((one) => {
    const own = [...one.classList].filter((name) => name.startsWith('s-') && name !== 's-button').map((name) => name.slice(2));
    return [...own, names.get(one.querySelector('path')?.getAttribute('d')) ?? ''].join(' ').trim();
  });
}

/** Finds a field by its label. */
export function field<Kind extends HTMLElement = HTMLInputElement>(label: string | RegExp): Kind {
  return named('input, select, textarea', label);
}

/** Presses a button, and waits for what it does. */
export async function press(name: string | RegExp): Promise<void> {
  await act(() => button(name).click());
  await settled();
}

/** Writes into a field or chooses in a list, and waits for what that does. */
export async function fill(label: string | RegExp, value: string): Promise<void> {
  const control = field<HTMLInputElement>(label);
  await act(() => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
}

/** Gives files to the page's only field for files, or to the one of a name. */
export async function give(files: readonly File[], name: string | RegExp = /./): Promise<void> {
  const control = named<HTMLInputElement>('input[type=file]', name);
  Object.defineProperty(control, 'files', { value: files, configurable: true });
  await act(() => void control.dispatchEvent(new Event('change', { bubbles: true })));
  await settled();
}

/** Returns the words of all elements with a role, in order, without empty ones. */
export function output(role: 'status' | 'alert'): readonly string[] {
  return [...document.querySelectorAll(`[role=${role}]`)].map(wordsOf).filter((words) => words !== '');
}

/** Lists the names of the icons of an element, in order; undefined for one that shows nothing. */
export function icons(element: ParentNode | null = document.body): readonly (string | undefined)[] {
  const paths = [...(element?.querySelectorAll('.s-icon path') ?? [])].map((path) => path.getAttribute('d'));
  return paths.map((path) => Object.entries(ICONS).find(([, drawing]) => drawing === path)?.[0]);
}

/** Uses a key where the focus is, and waits for what it does. @returns whether the browser's own action was prevented */
export async function pressKey(key: string, place: Element | null = document.activeElement): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(() => void place?.dispatchEvent(event));
  await settled();
  return event.defaultPrevented;
}

/** Drags files over an element, away from it, or drops them. @returns whether the browser's own action was prevented */
export async function drag(kind: 'dragover' | 'dragleave' | 'drop', place: Element | null, files?: readonly File[]): Promise<boolean> {
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), files && { dataTransfer: { files } });
  await act(() => void place?.dispatchEvent(event));
  await settled();
  return event.defaultPrevented;
}
