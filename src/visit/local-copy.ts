import type { ModuleContent } from '../model/course/course.ts';
import { readState } from '../model/state/codec.ts';
import { sealOf } from '../model/state/seal.ts';
import { isMissed, type LearnerState } from '../model/state/state.ts';
import { type AsideTexts, openAside } from './aside-texts.ts';
import type { TrackerWorld } from './world.ts';

/** Work that this browser keeps until a save is confirmed; nothing if storage is forbidden. */
export interface LocalCopy extends AsideTexts {
  /**
   * Finds the copy that belongs to the LMS's state: one of the same attempt. If the LMS has no state, one of an attempt
   * that never reached it.
   * @param fromLms the LMS's state; `lost`: it has one that can't be read, so its attempt is unknown
   */
  find(fromLms: LearnerState | undefined | 'lost'): LearnerState | undefined;
  /** Returns the copies of other attempts that `find` came across. */
  others(): readonly LearnerState[];
  eraseOthers(): void;
  /**
   * @param text the encoded state of this attempt
   * @param heard true if the LMS has already received a state of this attempt
   */
  keep(attempt: string, text: string, heard: boolean): void;
  /** Erases the copy of an attempt once the LMS has all of it. */
  erase(attempt: string): void;
}

/** Prefix of the storage keys of all copies. */
export const COPIES = 'cartable-copy:';

/** Prefix of the storage keys of texts that were set aside. */
export const ASIDE = 'cartable-aside:';

/** Copy in storage, under the name of its attempt. */
interface Kept {
  readonly text: string;
  readonly heard: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Age (ms) up to which a copy is used if the LMS knows nothing of its attempt. */
const FRESH = 7 * 24 * 3_600_000;

/** Lists all keys of a storage. */
export function keysOf(store: Storage): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
}

interface Found extends Pick<Kept, 'heard' | 'at'> {
  readonly state: LearnerState;
}

/** Reads a stored copy, if it is ours and complete. */
function read(json: string | null, content: ModuleContent): Found[] {
  try {
    const { text, heard, at } = JSON.parse(json ?? '') as Kept;
    const reading = readState(text, content);
    return 'state' in reading ? [{ heard, at, state: reading.state }] : [];
  } catch {
    return [];
  }
}

/** @param learner the LMS's id of the learner, so that people who share a computer don't share copies */
export function openLocalCopy({ content, storage, now }: TrackerWorld, learner: string): LocalCopy {
  const name = `${content.course}/${content.id}:${sealOf(learner)}`;
  const prefix = `${COPIES}${name}:`;
  let strange: readonly LearnerState[] = [];

  function tried<Result>(task: (store: Storage) => Result): Result | undefined {
    try {
      return storage && task(storage());
    } catch {
      // Storage is forbidden or full: only the LMS keeps the work.
      return undefined;
    }
  }

  function all(store: Storage): Found[] {
    return keysOf(store).flatMap((key) => {
      if (!key.startsWith(prefix)) return [];
      return read(store.getItem(key), content).filter(({ state }) => prefix + state.attempt === key);
    });
  }

  function erase(attempt: string): void {
    tried((store) => store.removeItem(prefix + attempt));
  }

  return {
    find(fromLms) {
      // If the learner is unknown, only the attempt shows whose work it is.
      const attempt = fromLms === 'lost' ? undefined : fromLms?.attempt;
      const found = (tried(all) ?? []).filter(({ state }) => learner || state.attempt === attempt);
      const isNew = ({ heard, at }: Found): boolean => !heard && Math.abs(now() - at) < FRESH;
      const mine = fromLms === 'lost' ? undefined : found.find((one) => (fromLms ? one.state.attempt === attempt : isNew(one)))?.state;
      const others = found.map(({ state }) => state).filter((state) => state !== mine);
      strange = others.filter(isMissed);
      // Copies with nothing but time aren't worth keeping.
      for (const state of others) if (!isMissed(state)) erase(state.attempt);
      return mine;
    },
    others: () => strange,
    eraseOthers() {
      for (const { attempt } of strange) erase(attempt);
      strange = [];
    },
    keep: (attempt, text, heard) =>
      tried((store) => store.setItem(prefix + attempt, JSON.stringify({ text, heard, at: now() } satisfies Kept))),
    erase,
    ...openAside(ASIDE + name, learner, tried),
  };
}
