import type { MountContext } from '../../src/player/frame/mount.ts';
import { make } from '../../src/player/widgets/element.ts';
import { format } from '../../src/player/widgets/strings.ts';

/** A question on its screen. */
interface Asked {
  readonly root: HTMLElement;
  readonly submitted: boolean;
}

type PagerMarkup = {
  readonly children: readonly [previous: HTMLElement, dots: HTMLElement, next: HTMLElement];
} & HTMLElement;

/** Shows one question at a time, if the page is split into steps. */
export class Pager {
  readonly #pager: PagerMarkup;
  readonly #context: Pick<MountContext<unknown, null>, 'strings' | 'announce'>;
  #asked: readonly Asked[] = [];
  #isDone: boolean | undefined;
  #now: HTMLElement | undefined;

  constructor(pager: PagerMarkup, context: Pick<MountContext<unknown, null>, 'strings' | 'announce'>) {
    this.#pager = pager;
    this.#context = context;
    const [previous, , next] = pager.children;
    previous.onclick = () => this.#go(this.#at - 1);
    next.onclick = () => this.#go(this.#after());
    // « Continuer » moves to the next question.
    pager.parentElement?.addEventListener('cartable:show', ({ target }) => {
      const at = this.#indexOf(target);
      if (at >= 0) this.#show(at);
    });
  }

  /**
   * Shows these questions one by one, from the first one without an answer. Fewer than two need no pager.
   * @param isDone true once the round has ended: they are shown again from the first one, with their answers
   */
  ask(asked: readonly Asked[], isDone: boolean): void {
    if (isDone !== this.#isDone) this.#now = undefined;
    this.#isDone = isDone;
    for (const { root } of this.#asked) root.removeAttribute('data-away');
    this.#asked = asked;
    this.#pager.hidden = asked.length < 2;
    if (asked.length < 2) return;
    this.#show(this.#at < 0 ? Math.max(0, this.#open) : this.#at);
  }

  get #at(): number {
    return this.#indexOf(this.#now);
  }

  #indexOf(target: EventTarget | null | undefined): number {
    return this.#asked.findIndex(({ root }) => root === target);
  }

  get #open(): number {
    return this.#asked.findIndex(({ submitted }) => !submitted);
  }

  /** Returns the index of the next question; after the last one, of the first unanswered one. */
  #after(): number {
    const next = this.#at + 1;
    return this.#asked[next] ? next : this.#open;
  }

  #go(at: number): void {
    this.#show(at);
    this.#now?.focus();
    const { strings, announce } = this.#context;
    announce(format(strings, 'number', { n: at + 1, total: this.#asked.length }));
  }

  #show(at: number): void {
    const total = this.#asked.length;
    const [previous, dots, next] = this.#pager.children;
    this.#now = this.#asked[at]?.root;
    this.#asked.forEach(({ root }, index) => {
      root.toggleAttribute('data-away', index !== at);
      if (index < total - 1) root.querySelector('[data-body]')?.setAttribute('data-continue', format(this.#context.strings, 'next'));
    });
    previous.hidden = at === 0;
    // An answer that was just given has its own button to continue.
    next.hidden =
      [-1, at].includes(this.#after()) || (!this.#isDone && at < total - 1 && !!this.#now?.querySelector('[data-action=continue]'));
    dots.replaceChildren(...this.#asked.map(({ submitted }, index) => make('i', index === at ? 'quiz-now' : submitted ? 'quiz-done' : '')));
  }
}
