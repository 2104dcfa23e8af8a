/** Interval (ms) at which the time is read while nothing happens. */
export const BEAT = 60_000;

/** Longest step (ms) to count in full. A longer one means that the machine slept, the page was frozen or the clock was set. */
const LONGEST_STEP = 150_000;

/** Part of a pause (ms) that counts as active time. */
const IDLE_AFTER = 300_000;

/** Time spent on the module during this visit, in milliseconds. Never runs backwards. */
export interface Clock {
  /** Reads the time. Must be called at least once per `BEAT`. */
  tick(): void;
  /** Records that the learner did something. */
  event(): void;
  session(): number;
  /** Returns the time, counting at most five minutes of each pause between two events. */
  active(): number;
}

/** @param now milliseconds since 1970; may jump */
export function createClock(now: () => number): Clock {
  let last = now();
  let session = 0;
  let active = 0;
  let idle = 0;

  function tick(): void {
    const time = now();
    const step = Math.min(Math.max(time - last, 0), LONGEST_STEP);
    last = time;
    session += step;
    active += Math.min(step, Math.max(IDLE_AFTER - idle, 0));
    idle += step;
  }

  return {
    tick,
    event() {
      tick();
      idle = 0;
    },
    session() {
      tick();
      return session;
    },
    active() {
      tick();
      return active;
    },
  };
}

/** Reads the time once per `BEAT`. @returns function that stops it */
export function startBeat({ tick }: Clock, later: (milliseconds: number, task: () => void) => () => void): () => void {
  let stop = later(BEAT, beat);
  function beat(): void {
    tick();
    stop = later(BEAT, beat);
  }
  return () => stop();
}
