import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { followSeen, onShow, watchDetails } from '../../src/player/widgets/seen.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Largest number of tabs; more are easier to find as an accordion. */
const MOST = 4;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

type Item = Markup<{ ':scope > .c-details-body': HTMLElement }> & HTMLDetailsElement;

/** A card of the markup, with its tab. */
interface Card {
  readonly item: Item;
  readonly panel: HTMLElement;
  readonly tab: HTMLElement;
}

function makeCard(item: Item): Card {
  const panel = item.querySelector(':scope > .c-details-body');
  const tab = make('button', 'tabs-tab', ...(item.querySelector('.tabs-title')?.cloneNode(true).childNodes ?? []));
  tab.type = 'button';
  tab.id = `${panel.id}-tab`;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  return { item, panel, tab };
}

function dress({ item, panel, tab }: Card, asTabs: boolean, chosen: boolean): void {
  item.hidden = asTabs && !chosen;
  if (asTabs) item.open = true;
  tab.setAttribute('aria-selected', String(chosen));
  tab.tabIndex = chosen ? 0 : -1;
  for (const [name, value] of Object.entries({ role: 'tabpanel', 'aria-labelledby': tab.id, tabindex: '0' })) {
    if (asTabs) panel.setAttribute(name, value);
    else panel.removeAttribute(name);
  }
}

/** Makes the row of tabs: a click or an arrow key chooses. */
function makeList(cards: readonly Card[], name: string, current: () => number, choose: (index: number) => void): HTMLElement {
  const list = make('div', 'tabs-list', ...cards.map((card) => card.tab));
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-labelledby', name);
  list.onclick = ({ target }) => {
    const index = cards.findIndex(({ tab }) => tab.contains(target as Node));
    if (index >= 0) choose(index);
  };
  list.onkeydown = (event) => {
    const next = STEPS[event.key]?.(current(), cards.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    cards[next]?.tab.focus();
  };
  return list;
}

/** Makes real tabs if there is room for them; otherwise the markup stays an accordion. */
export function mount(
  root: HTMLElement & { readonly firstElementChild: HTMLElement },
  context: MountContext<Options, Answer>,
): Mounted<Answer> {
  const box = root.firstElementChild;
  const items = all<Item>(':scope > .tabs-item', box);
  const cards = items.map(makeCard);
  const wide = matchMedia('(min-width: 31.25rem)');
  const follower = followSeen(context, items, {
    hosts: (item: Item) => [item.querySelector('summary'), cards[items.indexOf(item)]?.tab],
  });
  let current = 0;

  function choose(index: number, quiet?: boolean): void {
    const item = items[index];
    const asTabs = wide.matches && cards.length <= MOST;
    const hadFocus = list.contains(document.activeElement);
    current = index;
    box.classList.toggle('tabs-on', asTabs);
    // An accordion must not have hidden tabs.
    if (!asTabs) list.remove();
    else if (!list.isConnected) box.prepend(list);
    for (const [at, card] of cards.entries()) dress(card, asTabs, at === index);
    if (hadFocus && !asTabs) item?.querySelector('summary')?.focus();
    if (asTabs && item) follower.add(item, quiet);
  }

  const list = makeList(cards, root.parentElement?.getAttribute('aria-labelledby') ?? '', () => current, choose);
  watchDetails(root, items, follower);
  onShow(root, items, (item) => choose(items.indexOf(item)));
  wide.onchange = () => {
    // When the tabs are removed, only the current card stays open.
    if (cards.length <= MOST) for (const item of items) item.open = item === items[current];
    choose(current, true);
  };
  choose(0, true);
  return follower.mounted;
}
