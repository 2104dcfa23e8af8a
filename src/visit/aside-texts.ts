import { sealOf } from '../model/state/seal.ts';

/** Storage for texts of other versions of the module for which the LMS had no room. */
export interface AsideTexts {
  /** Returns the texts of this attempt. @param fromLms text in the LMS, which identifies the attempt */
  aside(fromLms: string): readonly string[];
  /**
   * Stores these texts in place of the earlier ones; empty if the LMS has room for all.
   * @param fromLms text sent to the LMS along with them
   */
  setAside(texts: readonly string[], fromLms: string): void;
}

/** Texts in storage, and seals of the texts sent to the LMS along with them. */
interface Aside {
  readonly texts: readonly string[];
  readonly beside: readonly string[];
}

/** Maximum number of consecutive saves in a visit that may be lost. */
const MOST_SAVES = 40;

function isAside(value: Partial<Aside> | null): value is Aside {
  const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');
  return areTexts(value?.texts) && areTexts(value?.beside);
}

/**
 * @param learner '' if the LMS gives no learner id
 * @param tried runs a task on the storage; undefined if storage is forbidden or full
 */
export function openAside(
  key: string,
  learner: string,
  tried: <Result>(task: (store: Storage) => Result) => Result | undefined,
): AsideTexts {
  /** Texts of this visit's attempt. */
  let mine: Aside | undefined;

  function all(): Aside[] {
    const kept: unknown = tried((store) => JSON.parse(store.getItem(key) ?? '[]'));
    return Array.isArray(kept) ? kept.filter(isAside) : [];
  }

  return {
    aside(fromLms) {
      mine = fromLms === '' ? undefined : all().find(({ beside }) => beside.includes(sealOf(fromLms)));
      return mine?.texts ?? [];
    },
    setAside(texts, fromLms) {
      // If the learner is unknown, the next person at this computer would find the texts.
      if (!learner || (texts.length === 0 && !mine)) return;
      const left = all().filter((one) => JSON.stringify(one) !== JSON.stringify(mine));
      // The LMS may have the text of any recent save.
      mine = texts.length === 0 ? undefined : { texts, beside: [...(mine?.beside ?? []), sealOf(fromLms)].slice(-MOST_SAVES) };
      if (mine) left.push(mine);
      tried((store) => (left.length > 0 ? store.setItem(key, JSON.stringify(left)) : store.removeItem(key)));
    },
  };
}
