import type { Deck, Place } from './deck.ts';
import { element, type Formatter } from './strings.ts';
import type { Timer } from './timer.ts';

function textElement(page: Document, name: string, text: string, className = ''): HTMLElement {
  const made = page.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** Trainer's notes, in a second window or in a column of this one. This window writes both. */
export class Notes {
  readonly #deck: Deck;
  readonly #timer: Timer;
  readonly #format: Formatter;
  readonly #pages: readonly Element[];
  #window: Window | null = null;

  /** @param onKey handles keys pressed in the other window */
  constructor(deck: Deck, timer: Timer, format: Formatter, onKey: (event: KeyboardEvent) => void) {
    this.#deck = deck;
    this.#timer = timer;
    this.#format = format;
    this.#pages = [...element('r-pages').children];
    element('r-notes-open').addEventListener('click', () => this.open(onKey));
    addEventListener('pagehide', () => this.#window?.close());
    setInterval(() => this.#tick(), 500);
  }

  /**
   * Opens the second window. It is an empty page of the same origin, so this works for local files too. It has no name, so that
   * another session opens a separate window.
   */
  open(onKey: (event: KeyboardEvent) => void): void {
    if (this.#window && !this.#window.closed) {
      this.#window.focus();
      return;
    }
    this.#window = open('', '', 'popup,width=760,height=820');
    if (!this.#window) {
      element('r-notice').textContent = this.#format('notes.blocked');
      return;
    }
    element('r-notice').textContent = '';
    const page = this.#window.document;
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.dataset.look = document.documentElement.dataset.look ?? '';
    page.title = `${this.#format('notes.title')} – ${document.title}`;
    const style = page.createElement('style');
    style.textContent = document.querySelector('style')?.textContent ?? '';
    page.head.append(style);
    page.body.className = 'r-second';
    page.addEventListener('keydown', onKey);
    this.draw(this.#deck.place);
  }

  /** Shows or hides the notes in this window. */
  toggle(): void {
    const column = element('r-notes');
    column.hidden = !column.hidden;
    document.body.toggleAttribute('data-notes', !column.hidden);
    element('r-notice').textContent = '';
    this.draw(this.#deck.place);
    this.#deck.layOut();
  }

  draw(place: Place): void {
    const column = element('r-notes');
    if (!column.hidden) column.replaceChildren(...this.#content(document, place, false));
    if (!this.#window || this.#window.closed) return;
    const main = this.#window.document.createElement('main');
    main.append(...this.#content(this.#window.document, place, true));
    this.#window.document.body.replaceChildren(main);
    this.#tick();
  }

  #tick(): void {
    if (!this.#window || this.#window.closed) return;
    const page = this.#window.document;
    const clock = page.getElementById('clock');
    if (clock) clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    const timer = page.getElementById('timer');
    if (timer) timer.textContent = this.#timer.text;
  }

  #content(page: Document, { screen, index, all, part, parts, isRevealed }: Place, isSecond: boolean): HTMLElement[] {
    const format = this.#format;
    const next = this.#deck.screens[index + 1]?.dataset.title;
    const further = parts > 1 ? ` · ${format('part', { n: part + 1, all: parts })}` : '';
    const note = this.#pages[Number(screen.dataset.page)];
    const text = page.createElement('div');
    text.className = 'r-note c-prose';
    if (note && note.childElementCount > 0) text.append(...[...note.children].map((child) => page.importNode(child, true)));
    else text.append(textElement(page, 'p', format('notes.none')));
    const key = screen.dataset.key ?? '';
    return [
      ...(isSecond ? [this.#times(page)] : []),
      textElement(page, isSecond ? 'h1' : 'h2', screen.dataset.title ?? ''),
      textElement(page, 'p', `${format('place', { n: index + 1, all })}${further}`, 'r-where'),
      ...(key === '' ? [] : [textElement(page, 'p', format('notes.key', { key }), 'r-key')]),
      text,
      textElement(page, 'p', next === undefined ? '' : format('notes.after', { title: next }), 'r-coming'),
      ...(isSecond ? [this.#buttons(page, screen.hasAttribute('data-reveals'), isRevealed)] : []),
    ];
  }

  #times(page: Document): HTMLElement {
    const line = page.createElement('p');
    line.className = 'r-times';
    const clock = textElement(page, 'span', '');
    clock.id = 'clock';
    const timer = textElement(page, 'span', this.#timer.text);
    timer.id = 'timer';
    line.append(textElement(page, 'small', this.#format('clock')), clock, textElement(page, 'small', this.#format('timer')), timer);
    return line;
  }

  #buttons(page: Document, reveals: boolean, isRevealed: boolean): HTMLElement {
    const line = page.createElement('p');
    line.className = 'r-drive';
    const add = (text: string, act: () => void): void => {
      const button = textElement(page, 'button', text);
      button.setAttribute('type', 'button');
      button.addEventListener('click', act);
      line.append(button, ' ');
    };
    add(this.#format('previous'), () => this.#deck.previous());
    if (reveals) add(this.#format(isRevealed ? 'hide' : 'show'), () => this.#deck.reveal(!isRevealed));
    add(this.#format('next'), () => this.#deck.next());
    add(this.#format('timer'), () => this.#timer.toggle());
    return line;
  }
}
