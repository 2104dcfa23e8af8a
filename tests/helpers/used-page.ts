import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

const USABLE = 'button, input, textarea, select';

/** What a person can do on the page of a test: fields and buttons are found by their names. */
export class UsedPage {
  /** Finds what a label or a name of a button names. */
  named(name: string): HTMLElement {
    const all = usable();
    const [found, ...others] = all.filter((one) => one.name === name);
    if (!found || others.length > 0) throw new Error(`Not one for ${name}; there are ${all.map((one) => one.name).join(' | ')}`);
    return found.element;
  }

  /** Lists the names of what can be used. */
  get names(): string[] {
    return usable().map(({ name }) => name);
  }

  value(name: string): string {
    return (this.named(name) as HTMLInputElement).value;
  }

  async press(name: string): Promise<void> {
    await act(() => this.named(name).click());
  }

  /** Types a value over what is in a field. */
  async type(name: string, value: string): Promise<void> {
    await typeOver(this.named(name), value);
  }

  /** Presses a key in a field. @returns whether the field's own action was prevented */
  async key(name: string, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    await act(() => void this.named(name).dispatchEvent(event));
    return event.defaultPrevented;
  }

  /** Name of what is focused. */
  get focused(): string {
    return usable().find(({ element }) => element === document.activeElement)?.name ?? '';
  }

  /** Finds a field by the name that the studio gives it. */
  field(name: string): HTMLInputElement {
    const found = document.querySelector<HTMLInputElement>(`[data-field="${name}"]`);
    if (!found) throw new Error(`There is no field ${name}; there are ${this.fields.join(' ')}`);
    return found;
  }

  /** Lists the fields by those names. */
  get fields(): string[] {
    return [...document.querySelectorAll<HTMLElement>('input[data-field], textarea[data-field], select[data-field]')].map(
      ({ dataset }) => dataset.field ?? '',
    );
  }

  /** Types a value over what is in the field of a name. */
  async fill(name: string, value: string): Promise<void> {
    await typeOver(this.field(name), value);
  }

  /** Presses the button of a name. */
  async click(name: string): Promise<void> {
    await act(() => this.field(name).click());
  }

  /** Lists the values and the labels of the options of a field. */
  options(name: string): [value: string, label: string][] {
    return [...(this.field(name) as unknown as HTMLSelectElement).options].map(({ value, text }) => [value, text]);
  }
}

async function typeOver(element: HTMLElement, value: string): Promise<void> {
  const field = element as HTMLInputElement;
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

/** Lists what can be used with the names that a screen reader would say. Labels are looked up once: that is what takes time. */
function usable(): { readonly element: HTMLElement; readonly name: string }[] {
  const labels = new Map([...document.querySelectorAll('label')].map((label) => [label.htmlFor, label]));
  return [...document.body.querySelectorAll<HTMLElement>(USABLE)].map((element) => ({ element, name: nameOf(element, labels) }));
}

function nameOf(element: HTMLElement, labels: ReadonlyMap<string, HTMLElement>): string {
  const label = element.id === '' ? undefined : labels.get(element.id);
  const own = element.getAttribute('aria-label') ?? (label ?? element.closest('label') ?? element).textContent ?? '';
  return own.replace(/\s+/g, ' ').trim();
}

/** Shows a part of the studio on the page, with its effects. */
export async function show(part: ComponentChild): Promise<void> {
  await act(() => render(part, document.body));
}
