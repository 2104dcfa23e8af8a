import type { Token } from '../model/activity.ts';
import type { Seen, SeenOptions } from '../model/seen.ts';
import { make } from './element.ts';
import { icon } from './mark.ts';
import type { MountContext, Mounted } from './mount.ts';

/** What was opened so far: saved as it grows, submitted once nothing is left. */
export interface Follower {
  has(item: HTMLElement): boolean;
  /** Takes an item as seen; `quiet`: it stood open from the start, so nothing is saved yet. */
  add(item: HTMLElement, quiet?: boolean): void;
  /** Submits where everything was seen and `ready` allows it. */
  settle(): void;
  /** True once it was submitted, and where nothing is recorded. */
  finished(): boolean;
  readonly mounted: Mounted<Seen>;
}

export interface Following {
  /** What is ticked once an item was seen; by default what opens it. */
  hosts?(item: HTMLElement): readonly (Element | null | undefined)[];
  /** What else is needed before it is submitted. */
  ready?(): boolean;
}

function opener(item: HTMLElement): Element | null {
  return item.querySelector('summary, button');
}

/** Follows what a learner opens among `items`, each with its token in `data-token`. */
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
      const tell = () => tick.append(make('span', 'c-words', ` ${context.strings.seen}`));
      // Whoever opens it knows, and a name that changes under the focus is said once more. A tab gets the focus after it was chosen.
      queueMicrotask(() => (waits || host === document.activeElement ? host?.addEventListener('blur', tell, { once: true }) : tell()));
    }
  }

  function settle(): void {
    if (finished || seen.size < items.length || !ready()) return;
    finished = true;
    context.submit(answer());
  }

  // Another type may once have had this id.
  const before: readonly unknown[] = Array.isArray(context.answer) ? context.answer : [];
  for (const item of items) if (before.includes(tokenOf(item))) take(item);
  // The frame says in `show` whether it was submitted before: only then is it known whether anything is left to do.
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

/** Whether an item may be opened now, and what happens where it may not. */
export interface Gate {
  may(item: HTMLElement): boolean;
  refuse(item: HTMLElement): void;
}

/** Takes each `<details>` as seen when the learner opens it; printing opens them too, and that doesn't count. */
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

/** Calls `open` when the shell wants to lead the learner to something inside one of `items`. */
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
