/** How often time is looked at while nothing happens. */
export const BEAT = 60_000;

/** A longer step means that the machine slept, the page was frozen or somebody set the clock: nobody worked. */
const LONGEST_STEP = 150_000;

/** What is counted of a pause in the active time. */
const IDLE_AFTER = 300_000;

/** Time on the module during this visit, in milliseconds. Never runs backwards. */
export interface Clock {
  /** Looks at the time. To be called once a `BEAT` at least. */
  tick(): void;
  /** The learner did something. */
  event(): void;
  session(): number;
  /** Of each pause between two events only the first five minutes. */
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
