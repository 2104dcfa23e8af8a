import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { markPoint, putPoints } from '../../src/player/frame/points.ts';
import { followSeen, watchDetails } from '../../src/player/widgets/seen.ts';
import { bindTicks } from '../../src/player/widgets/ticks.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

type Context = MountContext<Options, Answer>;

/** Places to choose. */
function mountQuestion(root: HTMLElement, picture: HTMLElement, context: Context): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { ticked, read, show } = bindTicks(root, options.cards, answer, locked);
  const points = putPoints(picture, options.cards, (token) => root.querySelector<HTMLElement>(`input[value="${token}"]`)?.click());
  const showChosen = (): void => {
    const mine = ticked();
    for (const [token, point] of points) point.toggleAttribute('data-on', mine.includes(token));
  };
  showChosen();
  root.onchange = () => {
    showChosen();
    context.draft(ticked());
  };
  return {
    read: () => read(strings.missing),
    show(verdict) {
      show(verdict);
      for (const [token, point] of points) markPoint(point, verdict?.parts[token]);
    },
  };
}

/** Places to open. */
function mountPlaces(root: HTMLElement, picture: HTMLElement, context: Context): Mounted<Answer> {
  const items = [...root.querySelectorAll<HTMLDetailsElement>(':scope > .hotspots > details')];
  const follower = followSeen(context, items);
  watchDetails(root, items, follower);
  const points = putPoints(picture, context.options.cards, (token) => {
    const item = items.find(({ dataset }) => dataset.token === token);
    const summary = item?.querySelector('summary');
    if (!item?.open) summary?.click();
    summary?.focus();
  });
  for (const item of items) item.ontoggle = () => points.get(item.dataset.token ?? '')?.toggleAttribute('data-on', item.open);
  return follower.mounted;
}

export function mount(root: Markup<{ '.hotspots-picture': HTMLElement }>, context: Context): Mounted<Answer> {
  const picture = root.querySelector('.hotspots-picture');
  return (context.options.asks ? mountQuestion : mountPlaces)(root, picture, context);
}
