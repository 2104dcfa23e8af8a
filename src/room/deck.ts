import { turnAll } from './covers.ts';
import { Parts } from './parts.ts';
import { element, type Formatter } from './strings.ts';

/** Position in the deck. */
export interface Place {
  readonly screen: HTMLElement;
  readonly index: number;
  readonly all: number;
  /** From 0. */
  readonly part: number;
  readonly parts: number;
  readonly isRevealed: boolean;
}

/** Zoom levels of the text. None is below 1: text must stay legible at the back of a room. */
const ZOOMS = [1, 1.15, 1.3, 1.5] as const;

/** The screens. One is shown at a time. */
export class Deck {
  readonly screens: readonly HTMLElement[];
  readonly #revealed = new Set<HTMLElement>();
  readonly #format: Formatter;
  #index = 0;
  #part = 0;
  #zoom = 0;
  #parts: Parts;
  /** Called after each change. */
  changed: (place: Place) => void = () => undefined;

  constructor(stage: HTMLElement, format: Formatter) {
    this.#format = format;
    this.screens = [...stage.querySelectorAll<HTMLElement>('.r-screen')];
    this.#index = this.#addressed();
    addEventListener('hashchange', () => this.go(this.#addressed()));
    this.#parts = new Parts(this.#screen);
  }

  get #screen(): HTMLElement {
    return this.screens[this.#index] as HTMLElement;
  }

  get place(): Place {
    const screen = this.#screen;
    return {
      screen,
      index: this.#index,
      all: this.screens.length,
      part: this.#part,
      parts: this.#parts.count,
      isRevealed: this.#revealed.has(screen),
    };
  }

  /** Reads the screen from the address: `#12` is the twelfth. */
  #addressed(): number {
    const [, number = '1'] = /^#(\d+)$/.exec(location.hash) ?? [];
    return Math.min(this.screens.length, Math.max(1, Number(number))) - 1;
  }

  /** Goes to a screen. @param atEnd shows its last part instead of its first */
  go(index: number, atEnd = false): void {
    this.#index = Math.min(this.screens.length - 1, Math.max(0, index));
    this.#part = 0;
    this.#open();
    if (atEnd) this.#part = this.#parts.count - 1;
    this.#draw();
    this.#screen.querySelector<HTMLElement>('.r-title')?.focus({ preventScroll: true });
  }

  /** Shows the next part, else the answer, else the next screen. A remote control with two buttons reaches everything. */
  next(): void {
    const { screen, part, parts, isRevealed, index, all } = this.place;
    if (part < parts - 1) this.#turn(part + 1);
    else if (screen.hasAttribute('data-reveals') && !isRevealed) this.reveal(true);
    else if (index < all - 1) this.go(index + 1);
  }

  previous(): void {
    if (this.#part > 0) this.#turn(this.#part - 1);
    else if (this.#index > 0) this.go(this.#index - 1, true);
  }

  /** Shows or hides the answer of the screen. */
  reveal(isRevealed: boolean): void {
    const screen = this.#screen;
    if (!screen.hasAttribute('data-reveals')) return;
    if (isRevealed) this.#revealed.add(screen);
    else this.#revealed.delete(screen);
    this.#part = 0;
    this.#open();
    if (isRevealed) this.#part = this.#parts.answerPart();
    this.#draw();
  }

  /** Shows or hides the reasons for wrong answers. */
  explain(): void {
    const screen = this.#screen;
    if (!screen.hasAttribute('data-explains') || !this.#revealed.has(screen)) return;
    const isExplained = screen.toggleAttribute('data-explained');
    this.#open();
    this.#part = isExplained ? this.#parts.partOf('[data-more]') : this.#parts.answerPart();
    this.#draw();
  }

  /** Makes the type larger or smaller. */
  zoom(by: number): void {
    this.#zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.#zoom + by));
    this.layOut();
  }

  /** Lays out the screen again, after its content or the window has changed. */
  layOut(): void {
    this.#open();
    this.#part = Math.min(this.#part, this.#parts.count - 1);
    this.#draw();
  }

  #turn(part: number): void {
    this.#part = part;
    this.#draw();
  }

  #open(): void {
    const screen = this.#screen;
    for (const one of this.screens) one.hidden = one !== screen;
    document.body.dataset.showing = screen.dataset.kind ?? '';
    const isRevealed = this.#revealed.has(screen);
    if (screen.hasAttribute('data-revealed') !== isRevealed) {
      screen.toggleAttribute('data-revealed', isRevealed);
      turnAll(screen, isRevealed);
    }
    this.#parts = new Parts(screen);
    this.#parts.layOut(isRevealed, ZOOMS[this.#zoom] ?? 1);
  }

  #draw(): void {
    this.#parts.show(this.#part);
    this.#keepAddress();
    this.changed(this.place);
    element('r-live').textContent = this.#announcement();
  }

  /** Writes the position into the address, so that a reload keeps it. Browsers may forbid this for local files. */
  #keepAddress(): void {
    try {
      history.replaceState(null, '', `#${this.#index + 1}`);
    } catch {
      // A reload then returns to the first screen.
    }
  }

  #announcement(): string {
    const { screen, index, all, part, parts, isRevealed } = this.place;
    const place = this.#format('place', { n: index + 1, all });
    const further = parts > 1 ? `, ${this.#format('part', { n: part + 1, all: parts })}` : '';
    return `${place}${further} – ${screen.dataset.title ?? ''}${isRevealed ? ` – ${this.#format('answer')}` : ''}`;
  }
}
