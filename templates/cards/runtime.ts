import { all } from '../../src/player/element.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { followSeen, onShow } from '../../src/player/seen.ts';
import type { Answer, Options } from './scoring.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const list = root.firstElementChild as HTMLElement;
  const cards = all(':scope > .cards-card', list);
  const follower = followSeen(context, cards);

  function turn(card: HTMLElement, over: boolean): void {
    card.toggleAttribute('data-turned', over);
    card.querySelector('.cards-front')?.setAttribute('aria-expanded', String(over));
    if (over) follower.add(card);
  }

  for (const card of cards) {
    turn(card, false);
    card.querySelector('.cards-front')?.addEventListener('click', () => turn(card, !card.hasAttribute('data-turned')));
  }
  onShow(root, cards, (card) => turn(card, true));
  // Until here both sides are there to be read.
  list.classList.add('cards-ready');
  return follower.mounted;
}
