import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { make } from '../../src/player/widgets/element.ts';
import { mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, foundIn, type Pair } from './scoring.ts';
import type { Options } from './type.ts';

/** A card on the screen: its back and its face are its two children. */
type Card = { readonly children: readonly [back: HTMLElement, face: HTMLElement] } & HTMLButtonElement & {
    readonly parentElement: HTMLElement;
  };
type Root = Markup<{ '.memory': HTMLElement; '.memory-told': HTMLElement; '.memory-found': HTMLElement }>;

function pairOf(card: Card): string {
  return card.dataset.card ?? '';
}

function faceOf(card: Card): string {
  return card.lastElementChild?.textContent ?? '';
}

class Memory implements Mounted<Answer> {
  readonly #context: MountContext<Options, Answer>;
  readonly #decks: HTMLElement;
  readonly #cards: readonly Card[];
  readonly #status: HTMLElement;
  readonly #list: HTMLElement;
  #found: Answer;
  /** Cards now turned over: none, one, or two that don't match. */
  #open: readonly Card[] = [];
  #off: boolean;
  /** The pair that ended the game: the frame announces its feedback with the verdict. */
  #last = '';

  constructor(root: Root, context: MountContext<Options, Answer>) {
    this.#context = context;
    this.#decks = root.querySelector('.memory');
    this.#cards = [...root.querySelectorAll<Card>('.memory-card')];
    this.#status = root.querySelector('.memory-told');
    this.#list = root.querySelector('.memory-found');
    this.#found = foundIn(context.options, context.answer);
    this.#off = context.locked;
    root.onclick = (event) => {
      const card = (event.target as Element).closest<Card>('.memory-card');
      if (card) this.#turn(card);
    };
    this.#render();
    this.#renderFound();
  }

  read(): Answer {
    return this.#found;
  }

  show(verdict: Verdict | null): void {
    this.#off = this.#context.locked || !!verdict?.final;
    if (this.#off) this.#open = [];
    const hadFocus = this.#decks.contains(document.activeElement);
    this.#render();
    this.#renderFound();
    if (this.#off && hadFocus) this.#list.focus();
  }

  text(): string {
    return this.#pairs.map(({ leftText, rightText }) => `${leftText} = ${rightText}`).join('\n');
  }

  get #pairs(): Pair[] {
    return this.#context.options.pairs.filter(({ token }) => this.#found.includes(token));
  }

  #isFound(card: Card): boolean {
    return this.#found.includes(pairOf(card));
  }

  /** Shows the cards, until the game is over: then the list of pairs is the result. */
  #render(): void {
    const off = this.#off;
    this.#decks.hidden = off;
    this.#status.hidden = off;
    for (const card of this.#cards) {
      const isFound = this.#isFound(card);
      const isUp = isFound || this.#open.includes(card) || off;
      const [back, face] = card.children;
      back.hidden = isUp;
      face.hidden = !isUp;
      card.setAttribute('aria-pressed', String(isUp));
      // It keeps the focus, so that learners don't lose their position.
      card.setAttribute('aria-disabled', String(off || isFound));
      mark(card.parentElement, isFound ? 'right' : null);
    }
  }

  #announce(words: string, more = ''): void {
    this.#status.textContent = words;
    this.#context.announce(`${words} ${more}`.trim());
  }

  #lineOf({ token, left, right, feedback }: Pair): HTMLElement {
    const pair = make('p', '');
    pair.innerHTML = format(this.#context.strings, 'pair', { one: `<b>${left ?? ''}</b>`, other: right ?? '' });
    const line = make('li', '', pair);
    if (!this.#found.includes(token)) mark(line, 'missed');
    if (!feedback) return line;
    const reason = make('div', `memory-reason${token === this.#last ? ' c-feedback' : ''}`);
    reason.innerHTML = feedback;
    line.append(reason);
    return line;
  }

  /** Lists the found pairs; once the game is over, those that were not found come first. */
  #renderFound(): void {
    const missed = this.#off ? this.#context.options.pairs.filter(({ token }) => !this.#found.includes(token)) : [];
    this.#list.replaceChildren(...[...missed, ...this.#pairs].map((pair) => this.#lineOf(pair)));
  }

  #take(token: string): void {
    const { options, strings, draft, submit } = this.#context;
    const found = foundIn(options, [...this.#found, token]);
    this.#found = found;
    this.#open = [];
    this.#render();
    const n = options.pairs.length - found.length;
    if (n === 0) this.#last = token;
    this.#renderFound();
    if (n === 0) {
      this.#status.textContent = strings['found.zero'] ?? '';
      submit(found);
      return;
    }
    const line = this.#list.children[found.indexOf(token)];
    this.#announce(format(strings, 'found', { n }), line?.querySelector('.memory-reason')?.textContent ?? '');
    draft(found);
  }

  #turn(card: Card): void {
    if (this.#off || this.#isFound(card)) return;
    const [before, ...more] = this.#open;
    // A try is one card of each deck.
    this.#open = before && more.length === 0 && before.dataset.deck !== card.dataset.deck ? [before, card] : [card];
    const [first, second] = this.#open;
    if (first && second && pairOf(first) === pairOf(second)) {
      this.#take(pairOf(first));
      return;
    }
    this.#render();
    if (first && second) this.#announce(format(this.#context.strings, 'apart', { one: faceOf(first), other: faceOf(second) }));
    else {
      this.#status.textContent = '';
      this.#context.announce(faceOf(card));
    }
  }
}

export function mount(root: Root, context: MountContext<Options, Answer>): Mounted<Answer> {
  return new Memory(root, context);
}
