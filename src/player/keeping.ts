import { readState } from '../model/state/codec.ts';
import { keysOf } from '../visit/local-copy.ts';

/** Access to all data of a course in this browser: local copies, notebooks, and work that no LMS has. */
export interface Keeping {
  /** @throws if the browser forbids storage, or once everything was erased: nothing is written again in this visit */
  storage(): Storage;
  /** Lists the keys of the course with their texts, of every module and learner; undefined if `storage` throws. */
  kept(): readonly (readonly [key: string, text: string])[] | undefined;
  readonly readState: typeof readState;
  /** Removes all the data. Other tabs with modules of the course stop writing too. */
  erase(): void;
}

/**
 * Opens the data of a course in this browser.
 * @param place may throw, like `localStorage` in a sandboxed frame
 * @param erased is called once another tab erased everything
 */
export function openKeeping(course: string, place: () => Storage, erased: () => void): Keeping {
  const ours = new RegExp(`^cartable(-[a-z]+)?:${course}[/:]`);
  const mark = `cartable-erased:${course}`;
  let isErased = false;

  function storage(): Storage {
    if (isErased) throw new Error('erased');
    return place();
  }

  function kept(): [string, string][] | undefined {
    try {
      const store = storage();
      const keys = keysOf(store).filter((key) => ours.test(key));
      return keys.map((key) => [key, store.getItem(key) ?? '']);
    } catch {
      return undefined;
    }
  }

  function wipe(): void {
    for (const [key] of kept() ?? []) place().removeItem(key);
    isErased = true;
  }

  addEventListener('storage', ({ key }) => {
    if (key !== mark || isErased) return;
    // Erase again: this tab may have written after the other one had erased.
    wipe();
    erased();
  });

  return {
    storage,
    kept,
    readState,
    erase() {
      wipe();
      try {
        // Each write sends an event to the other tabs.
        place().setItem(mark, '');
        place().removeItem(mark);
      } catch {
        // Storage is forbidden: no tab has written anything.
      }
    },
  };
}
