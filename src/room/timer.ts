import { clockTime, element, type Formatter } from './strings.ts';

interface Count {
  /** Milliseconds before the current run. */
  spent: number;
  /** Start of the current run; null while paused. */
  since: number | null;
}

/** One timer for each page. It counts down from the page's minutes, or up if the page has none. */
export class Timer {
  readonly #minutes: readonly number[];
  readonly #format: Formatter;
  readonly #counts = new Map<number, Count>();
  #page = -1;

  /** @param minutes planned minutes of each page; 0 if it has none */
  constructor(minutes: readonly number[], format: Formatter) {
    this.#minutes = minutes;
    this.#format = format;
    element('r-timer').addEventListener('click', () => this.toggle());
    element('r-reset').addEventListener('click', () => this.reset());
    setInterval(() => this.draw(), 250);
  }

  /** Shows the timer of another page. A running timer continues. */
  open(page: number): void {
    this.#page = page;
    this.draw();
  }

  toggle(): void {
    const count = this.#count();
    if (count.since === null) count.since = Date.now();
    else {
      count.spent += Date.now() - count.since;
      count.since = null;
    }
    this.draw();
  }

  reset(): void {
    this.#counts.delete(this.#page);
    this.draw();
  }

  /** Text of the timer: time left, time spent, or overtime with a plus sign. */
  get text(): string {
    const { seconds, isOver } = this.#now();
    return (isOver ? '+' : '') + clockTime(seconds);
  }

  get isOver(): boolean {
    return this.#now().isOver;
  }

  draw(): void {
    const button = element('r-timer');
    const isRunning = this.#count().since !== null;
    const { text } = this;
    const name = this.#format(isRunning ? 'timer.stop' : 'timer.start');
    const shown = button.querySelector('span');
    if (shown && shown.textContent !== text) shown.textContent = text;
    if (button.title !== name) {
      button.title = name;
      button.setAttribute('aria-pressed', String(isRunning));
    }
    button.toggleAttribute('data-over', this.isOver);
    button.toggleAttribute('data-running', isRunning);
  }

  #count(): Count {
    const count = this.#counts.get(this.#page) ?? { spent: 0, since: null };
    this.#counts.set(this.#page, count);
    return count;
  }

  #now(): { readonly seconds: number; readonly isOver: boolean } {
    const { spent, since } = this.#count();
    const passed = (spent + (since === null ? 0 : Date.now() - since)) / 1000;
    const planned = 60 * (this.#minutes[this.#page] ?? 0);
    if (planned === 0) return { seconds: passed, isOver: false };
    const left = planned - passed;
    return { seconds: Math.ceil(left), isOver: left <= -1 };
  }
}
