import type { Driver, LearnerRecord, Saved } from '../drivers/driver.ts';

/** `failed`: the LMS refused or did not answer; `alone`: nobody listens; `elsewhere`: another tab has the attempt. */
export type SaveStatus = 'saved' | 'saving' | 'failed' | 'alone' | 'review' | 'browse' | 'elsewhere';

/** What a save needs of the world. */
export interface SaverWorld {
  readonly driver: Driver;
  now(): number;
  later(milliseconds: number, task: () => void): () => void;
  witness?: (() => Promise<boolean>) | undefined;
  /** The record of this moment. */
  record(): LearnerRecord;
  /** The status that stays whatever happens. */
  readonly permanent: SaveStatus | undefined;
  /** The status is another. */
  changed(): void;
  /** The LMS surely has what it was told last. */
  heard(): void;
}

/** Decides when the LMS is told, and knows whether it has surely heard. */
export interface Saver {
  /** Something is to be saved within so many milliseconds. */
  within(milliseconds: number): void;
  /** Saves at once. */
  now(): void;
  /**
   * The last word: whatever is still open goes out, and nothing is saved after it.
   * @param stays the page is still there afterwards, and sees whether the word arrives
   * @returns false where the LMS refused it, or had it before
   */
  leave(stays: boolean): boolean;
  status(): SaveStatus;
  lastFault(): { readonly call: string; readonly code: number } | null;
}

/** Milliseconds before each further try after a failure; the last one goes on. */
const PAUSES = [2000, 5000, 15_000, 30_000, 60_000];

/** Milliseconds between two pictures: after an answer, and after saves of typed text and page turns. */
const SOON = 1000;
const SELDOM = 10_000;

/** One task at a time, moved forwards at will, never back. */
function createTimer({ now, later }: Pick<SaverWorld, 'now' | 'later'>) {
  let cancel: (() => void) | undefined;
  let due = 0;

  function clear(): void {
    cancel?.();
    cancel = undefined;
  }

  function set(milliseconds: number, task: () => void): void {
    const time = now() + milliseconds;
    if (cancel && due <= time) return;
    clear();
    due = time;
    cancel = later(milliseconds, () => {
      cancel = undefined;
      task();
    });
  }

  return { set, clear, isSet: () => cancel !== undefined };
}

/** Makes the saver of one visit. */
export function createSaver(world: SaverWorld): Saver {
  const { driver, witness, permanent } = world;
  const saving = createTimer(world);
  const asking = createTimer(world);
  let status: SaveStatus = 'saved';
  let fault: ReturnType<Saver['lastFault']> = null;
  let failures = 0;
  let saves = 0;
  let urgent = true;
  let asked = Number.NEGATIVE_INFINITY;
  let closed = false;
  /** A picture is on its way. */
  let isAsking = false;
  /** The network was seen to work since the last failure. */
  let isUp = true;

  function become(next: SaveStatus): void {
    if (status === next) return;
    status = next;
    world.changed();
  }

  function run(task: (record: LearnerRecord) => Saved): boolean {
    saves++;
    let saved: Saved;
    try {
      saved = task(world.record());
    } catch {
      saved = { ok: false, call: '', code: 0 };
    }
    if (!saved.ok) fault = { call: saved.call, code: saved.code };
    return saved.ok;
  }

  function fail(): void {
    isUp = false;
    saving.set(PAUSES[Math.min(failures++, PAUSES.length - 1)] ?? 0, save);
    become('failed');
  }

  function succeed(): void {
    failures = 0;
    world.heard();
    become(saving.isSet() ? 'saving' : 'saved');
  }

  /** A commit that answers true proves nothing when the network is down (moodle.md 17). */
  function ask(): void {
    // Of two on the way the later one might come, and vouch for what the earlier one misses.
    if (isAsking) {
      asking.set(SOON, ask);
      return;
    }
    isAsking = true;
    const seen = saves;
    asked = world.now();
    const hear = (kept: boolean): void => {
      isAsking = false;
      // A later save is not vouched for; its own picture follows.
      if (closed || (kept && seen !== saves)) return;
      // The commit before the first picture after a failure may have gone out while the network was still down: it is given again.
      const doubted = kept && !isUp;
      driver.witnessed?.(kept && !doubted);
      if (doubted) {
        isUp = true;
        save();
      } else if (kept) succeed();
      else fail();
    };
    witness?.().then(hear, () => hear(false));
  }

  function save(): void {
    saving.clear();
    if (closed) return;
    const soon = urgent || failures > 0;
    urgent = false;
    if (!run((record) => driver.save(record))) fail();
    else if (witness && !permanent) {
      const pause = soon ? SOON : SELDOM;
      asking.set(Math.min(Math.max(asked + pause - world.now(), 0), pause), ask);
      if (status === 'saved') become('saving');
    } else succeed();
  }

  /** Whether the last word arrived. */
  function end(kept: boolean): void {
    if (kept) world.heard();
    become(kept ? 'saved' : 'failed');
  }

  return {
    within(milliseconds) {
      urgent ||= milliseconds < SOON;
      saving.set(milliseconds, save);
      if (status === 'saved') become('saving');
    },
    now: () => {
      urgent = true;
      save();
    },
    leave(stays) {
      if (closed) return false;
      closed = true;
      saving.clear();
      asking.clear();
      const taken = run((record) => driver.leave(record));
      const asks = taken && stays && witness && !permanent;
      if (asks) void witness().then(end, () => end(false));
      // A page that is going can't ask: what failed just before is not taken for saved.
      become(asks ? 'saving' : taken && failures === 0 ? 'saved' : 'failed');
      return taken;
    },
    status: () => permanent ?? status,
    lastFault: () => fault,
  };
}
