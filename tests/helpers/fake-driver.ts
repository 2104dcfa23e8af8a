import type { Driver, LearnerRecord, Limits, Mode, Saved } from '../../src/drivers/driver.ts';

/** The far side of a fake driver: keeps the last record it was given, as an LMS would, and fails on demand. */
export interface FakeLms {
  /** What is surely kept; undefined before the first save. */
  kept: LearnerRecord | undefined;
  /** `refuse`: false and a code. `throw`: as a broken API. `lose`: answers true and keeps nothing (moodle.md 17). */
  fault: 'none' | 'refuse' | 'throw' | 'lose';
  /** The page has more to send than a closing tab can. */
  isHeavy: boolean;
  /** What was called, in order; `register` with the ids. */
  readonly calls: string[];
  /** Each record that was given, kept or not. */
  readonly given: LearnerRecord[];
  /** A new session on what is kept. */
  driver(options?: FakeSession): Driver;
}

export interface FakeSession {
  readonly mode?: Mode;
  readonly alone?: boolean;
  readonly limits?: Partial<Limits>;
  /** Instead of the kept text. */
  readonly state?: string;
  readonly learner?: string;
}

/** Makes an LMS that nobody has opened yet. */
export function fakeLms(): FakeLms {
  const lms: FakeLms = { kept: undefined, fault: 'none', isHeavy: false, calls: [], given: [], driver };

  function take(call: string, record: LearnerRecord): Saved {
    lms.calls.push(call);
    lms.given.push(record);
    if (lms.fault === 'throw') throw new Error('API gone');
    if (lms.fault === 'refuse') return { ok: false, call, code: 101 };
    if (lms.fault === 'none') lms.kept = record;
    return { ok: true };
  }

  function driver({ mode = 'normal', alone = false, limits, state, learner = 'l-7' }: FakeSession = {}): Driver {
    return {
      limits: { state: 64_000, text: 255, registerFirst: true, ...limits },
      start() {
        lms.calls.push('start');
        const found = state ?? lms.kept?.state ?? '';
        return { mode, alone, state: found, learner: { id: learner, name: 'Moreau, Ines' }, interactions: -1 };
      },
      register: (slots) => void lms.calls.push(`register ${slots.map(({ id, place }) => `${place}:${id}`).join(' ')}`),
      save: (record) => take('save', record),
      leave: (record) => take('leave', record),
      witnessed: (kept) => void lms.calls.push(`witnessed ${kept}`),
      isHeavy: () => lms.isHeavy,
    };
  }

  return lms;
}
