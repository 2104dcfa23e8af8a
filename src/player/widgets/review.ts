import type { Html, PartVerdict } from '../../model/course/activity.ts';
import type { Strings } from '../frame/mount.ts';
import { make } from './element.ts';
import { icon, iconOf, mark } from './mark.ts';
import { format } from './strings.ts';

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

/** Makes the disc of a verdict, with its icon. */
function disc(verdict: PartVerdict): HTMLElement {
  const one = make('i', '', iconOf(verdict));
  one.dataset.mark = verdict;
  return one;
}

/** Makes the count of right parts, and a disc for each part. The strings have `score` and `again`. */
export function scoreHead(verdicts: readonly PartVerdict[], strings: Strings): HTMLElement {
  const total = verdicts.length;
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  const count = make('p', 'c-tally', make('b', '', String(right)), ` ${format(strings, 'score', { total })}`);
  const cells = make('p', 'c-cells', ...verdicts.map(disc));
  cells.setAttribute('aria-hidden', 'true');
  const words = right < total ? [make('p', 'c-again', format(strings, 'again', { n: total - right }))] : [];
  const head = make('div', 'c-score', count, make('div', '', ...words, cells));
  head.dataset.note = 'skip';
  return head;
}

/** More wrong parts than these are folded behind one line. */
const SHOWN = 3;

/**
 * Shows the result of a list: the count, then the first wrong parts with reasons that can be opened, then the other wrong parts and
 * the right parts, each folded behind one line. The type's strings have `score`, `again`, `more`, `right` and `why`.
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
    for (const part of judged) explain(part, this.#strings);
    const those = (isRight: boolean) => judged.flatMap(({ verdict, element }) => ((verdict === 'right') === isRight ? [element] : []));
    const wrong = those(false);
    const head = scoreHead(
      judged.map(({ verdict }) => verdict),
      this.#strings,
    );
    const folds = [...this.#fold('more', wrong.slice(SHOWN)), ...this.#fold('right', those(true))];
    this.#list.before(head);
    this.#list.after(...folds);
    this.#added = [head, ...folds];
    this.#list.hidden = wrong.length === 0;
    this.#list.parentElement?.setAttribute('data-reviewed', '');
  }

  /** Folds parts behind one line. @returns nothing if there are none */
  #fold(key: string, parts: readonly HTMLElement[]): HTMLElement[] {
    if (parts.length === 0) return [];
    const list = make('ul', this.#list.className, ...parts);
    return [make('details', 'c-details c-rest', make('summary', '', format(this.#strings, key, { n: parts.length })), list)];
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
}
