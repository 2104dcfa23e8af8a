import { make } from '../../src/player/element.ts';
import { mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, foundIn, type Options, type Pair } from './scoring.ts';

/** A card on the screen: its back and its face are its two children. */
type Card = HTMLButtonElement;

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, locked, strings } = context;
  const cards: Card[] = [...root.querySelectorAll<Card>('.memory-card')];
  const told = root.querySelector('.memory-told') as HTMLElement;
  const list = root.querySelector('.memory-found') as HTMLElement;
  let found = foundIn(options, context.answer);
  /** Turned over now: none, one, or two that are no pair. */
  let open: Card[] = [];
  let off = locked;

  const pairOf = (card: Card): string => card.dataset.card ?? '';
  const faceOf = (card: Card): string => card.lastElementChild?.textContent ?? '';
  const isFound = (card: Card): boolean => found.includes(pairOf(card));

  function render(): void {
    for (const card of cards) {
      const isUp = isFound(card) || open.includes(card) || off;
      const [back, face] = card.children as unknown as readonly [HTMLElement, HTMLElement];
      back.hidden = isUp;
      face.hidden = !isUp;
      card.setAttribute('aria-pressed', String(isUp));
      // It keeps the focus: whoever has just found a pair must not be lost.
      card.setAttribute('aria-disabled', String(off || isFound(card)));
      mark(card.parentElement as HTMLElement, isFound(card) ? 'right' : null);
    }
  }

  function tell(words: string, more = ''): void {
    told.textContent = words;
    context.announce(`${words} ${more}`.trim());
  }

  /** @param isLast it has just ended the game: the frame says its reason with the verdict */
  function lineOf({ leftText, rightText, feedback }: Pair, isLast: boolean): HTMLElement {
    const line = make('li', '', make('b', '', say(strings, 'pair', { one: leftText, other: rightText })));
    if (!feedback) return line;
    const reason = make('div', `memory-reason${isLast ? ' c-feedback' : ''}`);
    reason.innerHTML = feedback;
    line.append(reason);
    return line;
  }

  function renderFound(last?: string): void {
    const pairs = options.pairs.filter(({ token }) => found.includes(token));
    list.replaceChildren(...pairs.map((pair) => lineOf(pair, pair.token === last)));
  }

  function take(token: string): void {
    found = foundIn(options, [...found, token]);
    open = [];
    render();
    const n = options.pairs.length - found.length;
    renderFound(n === 0 ? token : undefined);
    if (n === 0) {
      told.textContent = strings['found.zero'] ?? '';
      context.submit(found);
      return;
    }
    tell(say(strings, 'found', { n }), list.children[found.indexOf(token)]?.querySelector('.memory-reason')?.textContent ?? '');
    context.draft(found);
  }

  function turn(card: Card): void {
    if (off || isFound(card)) return;
    const [before, ...more] = open;
    // One card of each deck makes a try.
    open = before && more.length === 0 && before.dataset.deck !== card.dataset.deck ? [before, card] : [card];
    const [first, second] = open;
    if (first && second && pairOf(first) === pairOf(second)) {
      take(pairOf(first));
      return;
    }
    render();
    if (first && second) tell(say(strings, 'apart', { one: faceOf(first), other: faceOf(second) }));
    else {
      told.textContent = '';
      context.announce(faceOf(card));
    }
  }

  root.onclick = (event) => {
    const card = (event.target as Element).closest<Card>('.memory-card');
    if (card) turn(card);
  };
  render();
  renderFound();

  return {
    read: () => found,
    show(verdict) {
      off = locked || !!verdict?.final;
      if (off) open = [];
      render();
    },
    text: () =>
      options.pairs
        .filter(({ token }) => found.includes(token))
        .map(({ leftText, rightText }) => `${leftText} = ${rightText}`)
        .join('\n'),
  };
}
