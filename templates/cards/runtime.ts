import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { followSeen, onShow } from '../../src/player/widgets/seen.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

export function mount(
  root: HTMLElement & { readonly firstElementChild: HTMLElement },
  context: MountContext<Options, Answer>,
): Mounted<Answer> {
  const list = root.firstElementChild;
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
  // Before this, both sides are readable.
  list.classList.add('cards-ready');
  return follower.mounted;
}
