import { readState } from '../model/codec.ts';

/** Access to all that this browser keeps of a course: local copies, notebooks, and work that no LMS has. */
export interface Keeping {
  /** @throws where the browser forbids storage, and once all was erased: nothing is written again in this visit */
  storage(): Storage;
  /** All keys of the course with their texts, of every module and learner; undefined where `storage` throws. */
  kept(): readonly (readonly [key: string, text: string])[] | undefined;
  readonly readState: typeof readState;
  /** Removes all of it. Other tabs with modules of the course stop writing too. */
  erase(): void;
}

/**
 * Opens what this browser keeps of a course.
 * @param place may throw, as `localStorage` does in a sandboxed frame
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
      const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => ours.test(key));
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
    // Again: this tab may have written after the other one had erased.
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
        // Other tabs hear of both.
        place().setItem(mark, '');
        place().removeItem(mark);
      } catch {
        // Forbidden: then no tab has written anything.
      }
    },
  };
}
