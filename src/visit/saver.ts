import type { Driver, LearnerRecord, Saved } from '../lms/driver.ts';

/** `failed`: the LMS refused or did not answer; `alone`: there is no LMS; `elsewhere`: another tab has the attempt. */
export type SaveStatus = 'saved' | 'saving' | 'failed' | 'alone' | 'review' | 'browse' | 'elsewhere';

/** Environment of the saver. */
export interface SaverWorld {
  readonly driver: Driver;
  now(): number;
  later(milliseconds: number, task: () => void): () => void;
  /** Confirms a save over the network; absent if nothing is saved. */
  readonly witness?: (() => Promise<boolean>) | undefined;
  /** Makes the record of this moment. */
  record(): LearnerRecord;
  /** Fixed status, if there is one. */
  readonly permanent: SaveStatus | undefined;
  /** Called when the status changes. */
  changed(): void;
  /** Called when the last save is confirmed. */
  confirmed(): void;
}

/** Refusal by the LMS; code 0: it threw or did not answer. */
interface Fault {
  readonly call: string;
  readonly code: number;
}

/** Delays (ms) before each retry after a failure; the last one repeats. */
const PAUSES = [2000, 5000, 15_000, 30_000, 60_000];

/** Intervals (ms) between two confirmation pictures: after an answer, and after saves of typed text and page turns. */
const SOON = 1000;
const SELDOM = 10_000;

/** Runs a task after a delay, which can be shortened but never extended. */
function createTimer({ now, later }: Pick<SaverWorld, 'now' | 'later'>, task: () => void) {
  let cancel: (() => void) | undefined;
  let due = 0;

  function clear(): void {
    cancel?.();
    cancel = undefined;
  }

  function set(milliseconds: number): void {
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

type Timer = ReturnType<typeof createTimer>;

/** Decides when a visit is saved, and whether its last save is confirmed. */
export class Saver {
  readonly #world: SaverWorld;
  readonly #saving: Timer;
  readonly #asking: Timer;
  #status: SaveStatus = 'saved';
  /** The last refusal. */
  fault: Fault | null = null;
  #failures = 0;
  #saves = 0;
  #isUrgent = true;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;
  /** True while a picture is loading. */
  #isAsking = false;
  /** True if the network has worked since the last failure. */
  #isUp = true;

  constructor(world: SaverWorld) {
    this.#world = world;
    this.#saving = createTimer(world, () => this.#save());
    this.#asking = createTimer(world, () => this.#ask());
  }

  /** Saves within so many milliseconds. */
  within(milliseconds: number): void {
    this.#isUrgent ||= milliseconds < SOON;
    this.#saving.set(milliseconds);
    this.#wait();
  }

  /** Saves at once. */
  now(): void {
    this.#isUrgent = true;
    this.#save();
  }

  /**
   * Ends the session: sends everything that is pending, and saves nothing afterwards.
   * @param stays true if the page stays, and can check whether the end arrives
   * @returns false if the LMS refused it, or the session had ended before
   */
  leave(stays: boolean): boolean {
    if (this.#isClosed) return false;
    this.#isClosed = true;
    this.#saving.clear();
    this.#asking.clear();
    const taken = this.#run('leave');
    const asks = taken && stays && this.#world.witness;
    if (asks) this.#request((kept) => this.#end(kept));
    // A closing page can't check: if saves failed just before, don't report the end as saved.
    this.#become(asks ? 'saving' : taken && this.#failures === 0 ? 'saved' : 'failed');
    return taken;
  }

  status(): SaveStatus {
    return this.#world.permanent ?? this.#status;
  }

  #become(next: SaveStatus): void {
    if (this.#status === next) return;
    this.#status = next;
    this.#world.changed();
  }

  /** Shows that a save is due. After a failure, `failed` stays until a save is confirmed. */
  #wait(): void {
    if (this.#status === 'saved') this.#become('saving');
  }

  #run(task: 'save' | 'leave'): boolean {
    this.#saves++;
    let saved: Saved;
    try {
      saved = this.#world.driver[task](this.#world.record());
    } catch {
      saved = { ok: false, call: '', code: 0 };
    }
    if (!saved.ok) this.fault = { call: saved.call, code: saved.code };
    return saved.ok;
  }

  #fail(): void {
    this.#isUp = false;
    this.#saving.set(PAUSES[Math.min(this.#failures++, PAUSES.length - 1)] ?? 0);
    this.#become('failed');
  }

  #succeed(): void {
    this.#failures = 0;
    this.#world.confirmed();
    this.#become(this.#saving.isSet() ? 'saving' : 'saved');
  }

  /** Requests the picture: a commit that returns true proves nothing while the network is down (moodle.md 17). */
  #request(onAnswer: (kept: boolean) => void): void {
    void this.#world.witness?.().then(onAnswer, () => onAnswer(false));
  }

  #ask(): void {
    // With two pictures in flight, the second could succeed and mask the failure of the first.
    if (this.#isAsking) {
      this.#asking.set(SOON);
      return;
    }
    this.#isAsking = true;
    this.#askedAt = this.#world.now();
    const seen = this.#saves;
    this.#request((kept) => this.#receive(kept, seen));
  }

  /** @param seen number of saves when the picture was requested */
  #receive(kept: boolean, seen: number): void {
    this.#isAsking = false;
    // This picture doesn't confirm a later save, which requests its own.
    if (this.#isClosed || (kept && seen !== this.#saves)) return;
    // After a failure, the commit before the first picture may have been sent while the network was still down: send it again.
    const doubted = kept && !this.#isUp;
    this.#world.driver.witnessed?.(kept && !doubted);
    this.#isUp = kept;
    if (doubted) this.#save();
    else if (kept) this.#succeed();
    else this.#fail();
  }

  #save(): void {
    this.#saving.clear();
    if (this.#isClosed) return;
    const { witness, now } = this.#world;
    const pause = this.#isUrgent || this.#failures ? SOON : SELDOM;
    this.#isUrgent = false;
    if (!this.#run('save')) this.#fail();
    else if (witness) {
      this.#asking.set(Math.min(Math.max(this.#askedAt + pause - now(), 0), pause));
      this.#wait();
    } else this.#succeed();
  }

  #end(kept: boolean): void {
    if (kept) this.#world.confirmed();
    this.#become(kept ? 'saved' : 'failed');
  }
}
