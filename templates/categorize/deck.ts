import type { Token } from '../../src/model/course/activity.ts';
import type { Markup, Missing, MountContext } from '../../src/player/frame/mount.ts';
import { DoublePress } from '../../src/player/widgets/double-press.ts';
import { dragOnTop } from '../../src/player/widgets/drag.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { icon } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import type { Placement } from './placement.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

type Root = Markup<{
  '.categorize-head': HTMLElement;
  '.categorize-where': HTMLElement;
  '.categorize-groups': HTMLElement;
  '.categorize-list': HTMLElement;
  '.categorize-full': HTMLElement;
  '.categorize-back': HTMLElement;
}>;

/** A pile of cards, shown one at a time, and the groups to put them in. */
export class Deck implements Placement {
  readonly #root: Root;
  readonly #context: MountContext<Options, Answer>;
  readonly #cards: readonly HTMLElement[];
  readonly #groups: readonly HTMLElement[];
  readonly #placed = new Map<Token, Token>();
  readonly #tokens: readonly Token[];
  /** Cards of this try, and those of them that are not placed yet. */
  #round: readonly Token[];
  #open: Set<Token>;
  #now: Token | undefined;
  #off = false;

  constructor(root: Root, context: MountContext<Options, Answer>) {
    const { items, groups } = context.options;
    this.#root = root;
    this.#context = context;
    this.#cards = all('[data-chip]', root);
    this.#groups = all('.categorize-group', root);
    for (const { token } of items) {
      const given: readonly unknown[] = [context.answer?.[token] ?? []].flat();
      const group = groups.find((one) => given.includes(one.token));
      if (group) this.#placed.set(token, group.token);
    }
    this.#tokens = this.#cards.map(({ dataset }) => dataset.chip ?? '');
    this.#round = this.#tokens;
    this.#open = new Set(this.#round.filter((token) => !this.#placed.has(token)));
    [this.#now] = this.#open;
    this.#listen();
  }

  chosen(token: Token): readonly Token[] {
    return [this.#placed.get(token) ?? []].flat();
  }

  missing(): Missing | undefined {
    const n = this.#tokens.length - this.#placed.size;
    const [at] = this.#groups;
    return n && at ? { missing: format(this.#context.strings, 'missing', { n }), at } : undefined;
  }

  lock(on: boolean): void {
    this.#off = on;
    this.#render();
  }

  again(wrong: readonly Token[]): void {
    this.#round = wrong;
    this.#open = new Set(wrong);
    this.#turn(wrong[0]);
  }

  /** Shows a card again, and gives the focus to its group. */
  #turn(token: Token | undefined): void {
    this.#now = token;
    this.#render();
    (this.#groups.find((group) => group.matches('[aria-pressed=true]')) ?? this.#groups[0])?.focus({ preventScroll: true });
  }

  #textOf(token: Token): string {
    return this.#context.options.items.find((item) => item.token === token)?.text ?? '';
  }

  #nameOf(group: Token | undefined): string {
    return this.#context.options.groups.find(({ token }) => token === group)?.text ?? '';
  }

  #where(): string {
    return format(this.#context.strings, 'where', { n: this.#round.indexOf(this.#now ?? '') + 1, total: this.#round.length });
  }

  #render(): void {
    const root = this.#root;
    const { strings } = this.#context;
    const now = this.#off ? undefined : this.#now;
    root.toggleAttribute('data-full', !now);
    root.querySelector('.categorize-head').hidden = !now;
    root.querySelector('.categorize-where').textContent = now ? this.#where() : '';
    root.querySelector('.categorize-list').toggleAttribute('data-under', this.#open.size > 1);
    root.querySelector('.categorize-groups').hidden = !now;
    root.querySelector('.categorize-full').hidden = !!now || this.#off;
    root.querySelector('.categorize-back').hidden = !now || this.#round.indexOf(now) < 1;
    for (const card of this.#cards) this.#renderCard(card, now);
    for (const group of this.#groups) {
      const { place } = group.dataset;
      const n = [...this.#placed.values()].filter((one) => one === place).length;
      group.setAttribute('aria-pressed', String(!!now && this.#placed.get(now) === place));
      (group.querySelector('.categorize-held') as HTMLElement).textContent = n ? format(strings, 'held', { n }) : '';
    }
  }

  /** Shows a card if it is on top of the pile, or with its group if all cards are placed. */
  #renderCard(card: HTMLElement, now: Token | undefined): void {
    const token = card.dataset.chip ?? '';
    const place = this.#nameOf(this.#placed.get(token));
    card.toggleAttribute('data-now', token === now);
    card.querySelector('.categorize-change')?.remove();
    if (now || this.#off || !place) return;
    const button = make('button', 'categorize-change', place, icon('pencil'));
    button.type = 'button';
    button.dataset.action = 'categorize-change';
    button.setAttribute('aria-label', format(this.#context.strings, 'change', { place, item: this.#textOf(token) }));
    button.onclick = () => {
      this.#round = this.#tokens;
      this.#turn(token);
    };
    card.append(button);
  }

  #put(group: HTMLElement): void {
    const { strings, draft, announce } = this.#context;
    const { place = '' } = group.dataset;
    const token = this.#now;
    if (!token) return;
    this.#placed.set(token, place);
    this.#open.delete(token);
    const after = this.#round.slice(this.#round.indexOf(token));
    this.#now = [...after, ...this.#open].find((one) => this.#open.has(one));
    this.#render();
    draft(Object.fromEntries([...this.#placed].map(([item, one]) => [item, [one]])));
    const full = this.#root.querySelector('.categorize-full');
    (this.#now ? group : full).focus({ preventScroll: !!this.#now });
    const item = this.#textOf(this.#now ?? '');
    const values = { place: this.#nameOf(place), where: this.#where(), item, full: strings.full ?? '' };
    announce(format(strings, this.#now ? 'placed' : 'placed.last', values));
  }

  #listen(): void {
    const root = this.#root;
    const presses = new DoublePress();
    for (const group of this.#groups) {
      group.onclick = (event) => {
        if (presses.isSecond(event)) return;
        presses.moved(event);
        this.#put(group);
      };
    }
    root.querySelector('.categorize-back').onclick = () => {
      const token = this.#round[this.#round.indexOf(this.#now ?? '') - 1] ?? '';
      this.#turn(token);
      this.#context.announce(`${this.#where()}. ${this.#textOf(token)}`);
    };
    root.onkeydown = (event) => {
      const { key, repeat, altKey, ctrlKey, metaKey } = event;
      const group = this.#groups[Number(key) - 1];
      if (repeat && (event.target as Element).closest('.categorize-group')) event.preventDefault();
      if (group && this.#now && !this.#off && !(repeat || altKey || ctrlKey || metaKey)) this.#put(group);
    };
    dragOnTop(root, { enabled: () => !this.#off && !!this.#now, dropped: (_, place) => place && this.#put(place) });
  }
}
