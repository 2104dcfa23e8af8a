import { readState } from '../model/codec.ts';
import { sealOf } from '../model/seal.ts';
import { isMissed, type LearnerState } from '../model/state.ts';
import type { TrackerWorld } from './world.ts';

/** What this browser keeps until the LMS surely has it; nothing where storage is forbidden. */
export interface LocalCopy {
  /**
   * The copy that belongs to what the LMS has: of the same attempt, or, where the LMS has nothing, of one that it never heard of.
   * @param told the LMS's state; `lost`: it has one that can't be read, whose attempt nobody knows
   */
  find(told: LearnerState | undefined | 'lost'): LearnerState | undefined;
  /** Copies of other attempts that `find` met. */
  others(): readonly LearnerState[];
  eraseOthers(): void;
  /**
   * @param text the state of this attempt, encoded
   * @param heard the LMS has had one of this attempt before
   */
  keep(attempt: string, text: string, heard: boolean): void;
  /** The LMS has all of it. */
  erase(attempt: string): void;
  /** Texts of other versions for which the LMS had no room. @param told what the LMS has now: it names the attempt */
  aside(told: string): readonly string[];
  /**
   * Keeps these texts in the place of those of before; none: the LMS has room for all.
   * @param told what the LMS is given beside them
   */
  setAside(texts: readonly string[], told: string): void;
}

/** Prefix of the storage keys of all copies. */
export const COPIES = 'cartable-copy:';

/** Prefix of the storage keys of texts that were set aside. */
export const ASIDE = 'cartable-aside:';

/** Copy in storage under the name of an attempt. */
interface Kept {
  readonly text: string;
  readonly heard: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds for which a copy is taken for the beginning of an attempt that the LMS knows nothing of. */
const FRESH = 7 * 24 * 3_600_000;

/** Texts of other versions, and seals of the texts that the LMS was given beside them. */
interface Aside {
  readonly texts: readonly string[];
  readonly beside: readonly string[];
}

/** Saves of one visit that may be lost in a row. */
const MOST_SAVES = 40;

function isAside(value: Partial<Aside> | null): value is Aside {
  const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');
  return areTexts(value?.texts) && areTexts(value?.beside);
}

interface Found extends Kept {
  readonly attempt: string;
  readonly state: LearnerState;
}

/** @param learner the LMS's id of the learner: people who share a computer don't share copies */
export function openLocalCopy({ content, storage, now }: TrackerWorld, learner: string): LocalCopy {
  const name = `${content.course}/${content.id}:${sealOf(learner)}`;
  const prefix = `${COPIES}${name}:`;
  const asideKey = ASIDE + name;
  let strange: readonly Found[] = [];
  /** Texts set aside that belong to the attempt of this visit. */
  let mine: Aside | undefined;

  function tried<Result>(task: (store: Storage) => Result): Result | undefined {
    try {
      return storage && task(storage());
    } catch {
      // Forbidden or full: the LMS alone keeps the work.
      return undefined;
    }
  }

  function read(key: string, store: Storage): Found[] {
    try {
      const { text, heard, at } = JSON.parse(store.getItem(key) ?? '') as Kept;
      const reading = readState(text, content);
      const name = key.slice(prefix.length);
      return 'state' in reading && reading.state.attempt === name ? [{ attempt: name, text, heard, at, state: reading.state }] : [];
    } catch {
      // Not ours, or cut.
      return [];
    }
  }

  function all(): Found[] {
    const keys = (store: Storage): string[] => Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    return (
      tried((store) =>
        keys(store)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => read(key, store)),
      ) ?? []
    );
  }

  function asides(): Aside[] {
    const kept: unknown = tried((store) => JSON.parse(store.getItem(asideKey) ?? '[]'));
    return Array.isArray(kept) ? kept.filter(isAside) : [];
  }

  function erase(name: string): void {
    tried((store) => store.removeItem(prefix + name));
  }

  return {
    find(told) {
      // Where nobody knows who learns, only the attempt tells whose work it is.
      const attempt = told === 'lost' ? undefined : told?.attempt;
      const found = all().filter(({ attempt: name }) => learner || name === attempt);
      const isNew = ({ heard, at }: Found): boolean => !heard && Math.abs(now() - at) < FRESH;
      const mine = told === 'lost' ? undefined : found.find((one) => (told ? one.attempt === attempt : isNew(one)));
      const others = found.filter((one) => one !== mine);
      strange = others.filter(({ state }) => isMissed(state));
      // Minutes alone are nothing that anybody would miss.
      for (const { attempt: name } of others) if (!strange.some((one) => one.attempt === name)) erase(name);
      return mine?.state;
    },
    others: () => strange.map(({ state }) => state),
    eraseOthers() {
      for (const { attempt: name } of strange) erase(name);
      strange = [];
    },
    keep: (name, text, heard) => tried((store) => store.setItem(prefix + name, JSON.stringify({ text, heard, at: now() } satisfies Kept))),
    erase,
    aside(told) {
      const all = asides();
      mine = told === '' ? undefined : all.find(({ beside }) => beside.includes(sealOf(told)));
      return mine?.texts ?? [];
    },
    setAside(texts, told) {
      // Where nobody knows who learns, the next one at this computer would find them.
      if (!learner || (texts.length === 0 && !mine)) return;
      const others = asides().filter((one) => JSON.stringify(one) !== JSON.stringify(mine));
      // Any of the last saves may be the one that the LMS has.
      mine = texts.length === 0 ? undefined : { texts, beside: [...(mine?.beside ?? []), sealOf(told)].slice(-MOST_SAVES) };
      const all = mine ? [...others, mine] : others;
      tried((store) => (all.length > 0 ? store.setItem(asideKey, JSON.stringify(all)) : store.removeItem(asideKey)));
    },
  };
}
