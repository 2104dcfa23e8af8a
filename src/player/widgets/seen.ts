import type { Token } from '../../model/course/activity.ts';
import type { Seen, SeenOptions } from '../../model/state/seen.ts';
import type { MountContext, Mounted } from '../frame/mount.ts';
import { make } from './element.ts';
import { icon } from './mark.ts';

/** Tracker of opened items: saves them as they are opened, and submits once all are. */
export interface Follower {
  has(item: HTMLElement): boolean;
  /** Marks an item as seen; `quiet`: it was open from the start, so nothing is saved yet. */
  add(item: HTMLElement, quiet?: boolean): void;
  /** Submits if everything was seen and `ready` allows it. */
  settle(): void;
  /** Returns true once it was submitted, or if nothing is recorded. */
  finished(): boolean;
  readonly mounted: Mounted<Seen>;
}

export interface Following {
  /** Returns the elements to tick once an item was seen; by default the element that opens it. */
  hosts?(item: HTMLElement): readonly (Element | null | undefined)[];
  /** Returns true if nothing else prevents submitting. */
  ready?(): boolean;
}

function opener(item: HTMLElement): Element | null {
  return item.querySelector('summary, button');
}

/** Tracks which `items` a learner opens, each with its token in `data-token`. */
export function followSeen(
  context: MountContext<SeenOptions, Seen>,
  items: readonly HTMLElement[],
  { hosts = (item) => [opener(item)], ready = () => true }: Following = {},
): Follower {
  const seen = new Set<HTMLElement>();
  let finished = context.locked;
  const tokenOf = (item: HTMLElement): Token => item.dataset.token ?? '';
  const answer = (): Seen => items.filter((item) => seen.has(item)).map(tokenOf);

  function take(item: HTMLElement, waits?: boolean): void {
    seen.add(item);
    for (const host of hosts(item)) {
      const tick = make('span', 'c-seen', icon('check'));
      host?.append(tick);
      const addSeen = () => tick.append(make('span', 'c-words', ` ${context.strings.seen}`));
      // Wait for blur: a screen reader announces a name again if it changes under the focus. A tab gets the focus once it is selected.
      queueMicrotask(() =>
        waits || host === document.activeElement ? host?.addEventListener('blur', addSeen, { once: true }) : addSeen(),
      );
    }
  }

  function settle(): void {
    if (finished || seen.size < items.length || !ready()) return;
    finished = true;
    context.submit(answer());
  }

  // Another type may have had this id before.
  const before: readonly unknown[] = Array.isArray(context.answer) ? context.answer : [];
  for (const item of items) if (before.includes(tokenOf(item))) take(item);
  // Wait for the frame to call `show`, which reports whether it was submitted before.
  queueMicrotask(settle);

  return {
    has: (item) => seen.has(item),
    add(item, quiet) {
      if (seen.has(item)) return;
      take(item, quiet);
      if (quiet || finished) return;
      settle();
      if (!finished) context.draft(answer());
    },
    settle,
    finished: () => finished,
    mounted: {
      show(verdict) {
        finished ||= verdict !== null;
      },
    },
  };
}

/** Rule on whether an item may be opened now, and the reaction if it may not. */
export interface Gate {
  may(item: HTMLElement): boolean;
  refuse(item: HTMLElement): void;
}

/** Marks each `<details>` as seen when the learner opens it. Opening for printing doesn't count. */
export function watchDetails(root: HTMLElement, items: readonly HTMLDetailsElement[], follower: Follower, gate?: Gate): void {
  function open(item: HTMLDetailsElement, event: Event): boolean {
    if (gate?.may(item) ?? true) {
      follower.add(item);
      return true;
    }
    event.preventDefault();
    gate?.refuse(item);
    return false;
  }

  for (const item of items) {
    const summary = opener(item);
    summary?.addEventListener('click', (event) => {
      if (!item.open && (event.target as Element).closest('a, button, summary') === summary) open(item, event);
    });
  }
  onShow(root, items, (item, event) => {
    if (!item.open) item.open = open(item, event);
  });
}

/** Calls `open` when the shell wants to show the learner something inside one of `items`. */
export function onShow<Item extends HTMLElement>(
  root: HTMLElement,
  items: readonly Item[],
  open: (item: Item, event: Event) => void,
): void {
  root.addEventListener('cartable:show', (event) => {
    const item = items.find((one) => one.contains(event.target as Node));
    if (item) open(item, event);
  });
}
