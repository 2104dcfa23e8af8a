import type { Driver, LearnerRecord, Limits, Mode, Saved } from '../../src/lms/driver.ts';

/** The LMS behind a fake driver: keeps the last record, and fails on demand. */
export interface FakeLms {
  /** The stored record; undefined before the first save. */
  kept: LearnerRecord | undefined;
  /** `refuse`: false and a code. `throw`: like a broken API. `lose`: answers true and stores nothing (moodle.md 17). */
  fault: 'none' | 'refuse' | 'throw' | 'lose';
  /** The page has more to send than a closing tab can. */
  isHeavy: boolean;
  /** Calls in order; `register` with the ids. */
  readonly calls: string[];
  /** Each record received, stored or not. */
  readonly given: LearnerRecord[];
  /** Starts a new session on the stored record. */
  driver(options?: FakeSession): Driver;
}

export interface FakeSession {
  readonly mode?: Mode;
  readonly alone?: boolean;
  /** True if the LMS refuses the session, which is then alone. */
  readonly refused?: boolean;
  readonly limits?: Partial<Limits>;
  /** Replaces the stored text. */
  readonly state?: string;
  readonly learner?: string;
}

/** Makes an LMS without a session. */
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

  function driver({ mode = 'normal', refused = false, alone = refused, limits, state, learner = 'l-7' }: FakeSession = {}): Driver {
    return {
      limits: { state: 64_000, text: 255, registerFirst: true, ...limits },
      start() {
        lms.calls.push('start');
        const found = state ?? lms.kept?.state ?? '';
        return { mode, alone, ...(refused && { refused }), state: found, learner: { id: learner, name: 'Moreau, Ines' }, interactions: -1 };
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
