import { all } from '../../src/player/element.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { followSeen, watchDetails } from '../../src/player/seen.ts';
import type { Answer, Options } from './scoring.ts';

/** The questions of a part; those inside another activity of it, a quiz, are that one's affair. */
function asked(item: HTMLElement, root: HTMLElement): HTMLElement[] {
  return all('[data-activity]:not([data-optional])', item).filter(
    (one) => one.parentElement?.closest('[data-activity]') === root.parentElement,
  );
}

/**
 * Opens part after part: the next one once what is asked in this one was submitted. The frame says with
 * `cartable:change` that an activity's state has changed.
 */
export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const items = all(':scope > .reveal > .reveal-part > .reveal-item', root) as HTMLDetailsElement[];
  const { strings } = context;
  const answered = new Set<HTMLElement>();
  const follower = followSeen(context, items, { ready: () => items.every(isDone) });

  /** Once true it stays so: a question that is tried again closes nothing. */
  function isDone(item: HTMLElement): boolean {
    const later = items.slice(items.indexOf(item as HTMLDetailsElement) + 1);
    const settled = later.some(follower.has) || asked(item, root).every((one) => !/^(new|draft)$/.test(one.dataset.state ?? 'new'));
    if (follower.has(item) && settled) answered.add(item);
    return answered.has(item);
  }

  function may(item: HTMLElement): boolean {
    return follower.finished() || follower.has(item) || items.slice(0, items.indexOf(item as HTMLDetailsElement)).every(isDone);
  }

  /** True where a part has become free. */
  function paint(): boolean {
    const waiting = (item: HTMLElement): boolean => item.hasAttribute('data-wait');
    const before = items.filter(waiting);
    for (const item of items) {
      const wait = item.querySelector<HTMLElement>('.reveal-wait');
      item.toggleAttribute('data-wait', !may(item));
      if (wait) wait.hidden = !waiting(item);
    }
    return before.length > items.filter(waiting).length;
  }

  watchDetails(root, items, follower, {
    may,
    refuse(item) {
      context.announce(strings.wait ?? '');
      // Whoever was led here from elsewhere finds the part that comes first.
      if (!item.contains(document.activeElement))
        items
          .find((one) => !isDone(one))
          ?.querySelector('summary')
          ?.focus();
    },
  });
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
