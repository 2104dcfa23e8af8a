import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { openOneOf } from '../../src/player/widgets/one-open.ts';
import { followSeen, watchDetails } from '../../src/player/widgets/seen.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Lists the questions of a part, without those inside another activity, such as a quiz. */
function asked(item: HTMLElement, root: HTMLElement): HTMLElement[] {
  return all('[data-activity]:not([data-optional])', item).filter(
    (one) => one.parentElement?.closest('[data-activity]') === root.parentElement,
  );
}

/** Shows whether a part waits for an earlier one. */
function showWait(item: HTMLElement, waits: boolean): void {
  const wait = item.querySelector<HTMLElement>('.reveal-wait');
  item.toggleAttribute('data-wait', waits);
  if (wait) wait.hidden = !waits;
}

function isWaiting(item: HTMLElement): boolean {
  return item.hasAttribute('data-wait');
}

/**
 * Opens part after part: the next one once the questions of this one are submitted. The frame dispatches `cartable:change` when an
 * activity's state changes.
 */
export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const items = all<HTMLDetailsElement>(':scope > .reveal > .reveal-part > .reveal-item', root);
  const { strings } = context;
  const answered = new Set<HTMLElement>();
  const follower = followSeen(context, items, { ready: () => items.every(isDone) });

  /** Stays true once it is: trying a question again closes nothing. */
  function isDone(item: HTMLDetailsElement): boolean {
    const later = items.slice(items.indexOf(item) + 1);
    const settled = later.some(follower.has) || asked(item, root).every((one) => !/^(new|draft)$/.test(one.dataset.state ?? 'new'));
    if (follower.has(item) && settled) answered.add(item);
    return answered.has(item);
  }

  function may(item: HTMLDetailsElement): boolean {
    return follower.finished() || follower.has(item) || items.slice(0, items.indexOf(item)).every(isDone);
  }

  /** Updates all parts; true if one was unlocked. */
  function paint(): boolean {
    const before = items.filter(isWaiting);
    for (const item of items) showWait(item, !may(item));
    return before.length > items.filter(isWaiting).length;
  }

  watchDetails(root, items, follower, {
    may,
    refuse(item) {
      context.announce(strings.wait ?? '');
      // A learner who follows a link here gets the first part that isn't done.
      const first = items.find((one) => !isDone(one));
      if (!item.contains(document.activeElement)) first?.querySelector('summary')?.focus();
    },
  });
  // Parts to read may be compared; with activities in them they would fill several screens.
  if (root.querySelector('[data-activity]')) openOneOf(items);
  for (const item of items) item.open = follower.has(item);
  root.addEventListener('toggle', paint, true);
  root.addEventListener('cartable:change', () => {
    if (paint()) context.announce(strings.free ?? '');
    follower.settle();
  });
  paint();
  return {
    show(verdict) {
      follower.mounted.show(verdict);
      paint();
    },
  };
}
