import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import type { Checked, TypeFacts } from '../../build/studio/engine/calls.ts';
import { FormPane } from '../../build/studio/forms/form-pane.tsx';
import type { Studio } from '../../build/studio/studio.ts';
import { openedStudio } from './opened-studio.ts';

export const PATH = 'modules/a/1.md';

/** A form on the page, with what a person can do there. */
export class MountedForm {
  readonly studio: Studio;
  /** Lines to which the form has returned. */
  readonly done: number[] = [];

  constructor(studio: Studio) {
    this.studio = studio;
  }

  /** Text of the file. */
  get text(): string {
    return this.studio.project.text(PATH) ?? '';
  }

  /** Finds what a label or a name of a button names. */
  named(name: string): HTMLElement {
    const all = [...document.body.querySelectorAll<HTMLElement>('button, input, textarea, select')];
    const found = all.filter((one) => nameOf(one) === name);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} for ${name}; there are ${all.map(nameOf).join(' | ')}`);
    return found[0];
  }

  /** Lists the names of what can be used. */
  get names(): string[] {
    return [...document.body.querySelectorAll<HTMLElement>('button, input, textarea, select')].map(nameOf);
  }

  value(name: string): string {
    return (this.named(name) as HTMLInputElement).value;
  }

  async press(name: string): Promise<void> {
    await act(() => this.named(name).click());
  }

  /** Types a value over what is in a field. */
  async type(name: string, value: string): Promise<void> {
    const field = this.named(name) as HTMLInputElement;
    await act(() => {
      field.value = value;
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    });
  }

  /** Presses a key in a field. @returns whether the field's own action was prevented */
  async key(name: string, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    await act(() => void this.named(name).dispatchEvent(event));
    return event.defaultPrevented;
  }

  /** Name of what is focused. */
  get focused(): string {
    return document.activeElement instanceof HTMLElement ? nameOf(document.activeElement) : '';
  }
}

/** Reads the name that a screen reader would say. */
function nameOf(element: HTMLElement): string {
  const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
  const around = element.closest('label');
  const own = element.getAttribute('aria-label') ?? (label ?? around ?? element).textContent ?? '';
  return own.replace(/\s+/g, ' ').trim();
}

/** Opens the form of the directive on a line. */
export async function mountedForm(
  text: string,
  types: readonly TypeFacts[],
  line = 1,
  checked: Partial<Checked> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<MountedForm> {
  const studio = await openedStudio({ 'modules/a/course.yaml': 'id: a\n', [PATH]: text, ...files }, { types, checked });
  const form = new MountedForm(studio);
  await act(() => render(h(FormPane, { studio, path: PATH, line, onDone: (at: number) => form.done.push(at) }), document.body));
  await act(async () => {
    await studio.types();
  });
  return form;
}
