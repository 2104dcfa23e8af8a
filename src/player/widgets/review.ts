import type { Html, PartVerdict } from '../../model/course/activity.ts';
import type { Strings } from '../frame/mount.ts';
import { make } from './element.ts';
import { icon, mark } from './mark.ts';
import { say } from './words.ts';

/** Judged part of an answer. */
export interface Judged {
  /** Its `<li>`, which starts with its text. */
  readonly element: HTMLElement;
  readonly verdict: PartVerdict;
  readonly given: string;
  /** Right answer; '' if it is not shown. */
  readonly wanted: string;
  /** Text before the right answer, for screen readers. */
  readonly before: string;
  readonly reason?: Html | undefined;
}

const ADDED = '.c-given, .c-expected, .c-why';

/** Adds a reason that can be opened at the end of `host`, replacing an earlier one; without `html`, removes it. */
export function showWhy(host: HTMLElement, html: Html | null | undefined, verdict: PartVerdict | undefined, strings: Strings): void {
  host.querySelector(':scope > .c-why')?.remove();
  if (!html || !verdict) return;
  const box = make('div', 'c-feedback');
  box.dataset.mark = verdict;
  box.innerHTML = html;
  const fold = make('details', 'c-why', make('summary', '', strings.why ?? ''), box);
  fold.dataset.note = 'skip';
  host.append(fold);
}

function explain({ element, verdict, given, wanted, before, reason }: Judged, strings: Strings): void {
  const isRight = verdict === 'right';
  if (given) element.append(make(isRight ? 'span' : 's', 'c-given', given));
  if (wanted && !isRight)
    element.append(make('span', 'c-expected', icon('arrow-right'), make('span', 'c-words', `${before} `), make('b', '', wanted)));
  mark(element, verdict);
  showWhy(element, reason, verdict, strings);
}

/**
 * Shows the result of a list: the count, then the wrong parts with reasons that can be opened, then the right parts folded
 * behind one line. The type's strings have `score`, `again`, `right` and `why`.
 */
export class Review {
  readonly #list: HTMLElement;
  readonly #strings: Strings;
  /** Parts in their order before any verdict. */
  readonly order: readonly HTMLElement[];
  #added: readonly HTMLElement[] = [];

  constructor(list: HTMLElement, strings: Strings) {
    this.#list = list;
    this.#strings = strings;
    this.order = [...list.children] as HTMLElement[];
  }

  show(judged: readonly Judged[]): void {
    this.clear();
    const strings = this.#strings;
    const right = judged.filter(({ verdict }) => verdict === 'right');
    for (const part of judged) explain(part, strings);
    const head = this.#headOf(judged, right.length);
    this.#list.before(head);
    this.#added = [head];
    if (right.length > 0) {
      const kept = make('ul', this.#list.className, ...right.map(({ element }) => element));
      const fold = make('details', 'c-details c-rest', make('summary', '', say(strings, 'right', { n: right.length })), kept);
      this.#list.after(fold);
      this.#added = [head, fold];
    }
    this.#list.hidden = right.length === judged.length;
    this.#list.parentElement?.setAttribute('data-reviewed', '');
  }

  clear(): void {
    this.#list.append(...this.order);
    this.#list.hidden = false;
    this.#list.parentElement?.removeAttribute('data-reviewed');
    for (const element of this.#added) element.remove();
    this.#added = [];
    for (const element of this.order) {
      mark(element, null);
      for (const one of element.querySelectorAll(ADDED)) one.remove();
    }
  }

  #headOf(judged: readonly Judged[], right: number): HTMLElement {
    const n = judged.length - right;
    const count = make('p', 'c-tally', make('b', '', String(right)), ` ${say(this.#strings, 'score', { total: judged.length })}`);
    const dots = make('p', 'c-dots', ...judged.map(({ verdict }) => Object.assign(make('i', ''), { className: `c-dot-${verdict}` })));
    dots.setAttribute('aria-hidden', 'true');
    const words = n > 0 ? [make('p', 'c-again', say(this.#strings, 'again', { n }))] : [];
    return make('div', 'c-score', count, make('div', '', ...words, dots));
  }
}
