import type { Driver, Launch, LearnerRecord, Saved } from '../../src/lms/driver.ts';
import type { Call, StrictLms } from '../helpers/strict-lms.ts';
import type { Computer, Seat } from './seat.ts';
import type { Weather } from './trouble.ts';

/** One visit as it goes. */
export interface Visit {
  readonly lms: StrictLms;
  readonly weather: Weather;
  readonly began: number;
  /** The page died in the middle of a call, at this time. */
  death: number | undefined;
  /** Number of calls that were checked. */
  looked: number;
  /** Calls that were refused, though the LMS was as it should be since the save before. */
  readonly refused: Call[];
  /** Something was surely kept of it. */
  saved: boolean;
  /** Seconds on the module, as sent by the last good save. */
  wholeTime: number;
  /** A commit was lost, and no picture has revealed it. */
  unheard: boolean;
  /** An outage that was over before the picture was asked for: nobody can know of it. */
  unseen: boolean;
  /** The learner has done nothing yet beside a text that could not be applied: nothing of the visit is kept. */
  isHeld: () => boolean;
}

export const isDead = ({ faults }: StrictLms): boolean => faults.crashAfter !== undefined && faults.crashAfter < 0;

export const secondsOf = ({ began }: Visit, now: number): number => Math.floor((now - began) / 1000);

export const hour = (now: number): string => new Date(now).toISOString().slice(5, 23);

/** The driver, with an eye on what the LMS surely kept. */
export function watched(driver: Driver, visit: Visit, seat: Seat, computer: Computer): Driver {
  const { lms, weather } = visit;
  let launched: Pick<Launch, 'mode' | 'alone'> = { mode: 'normal', alone: true };

  function watch(call: string, task: (record: LearnerRecord) => Saved): (record: LearnerRecord) => Saved {
    return (record) => {
      const saved = task(record);
      const now = computer.clock.now();
      if (isDead(lms)) visit.death ??= now;
      const calls = lms.calls.slice(visit.looked);
      visit.looked = lms.calls.length;
      // Calls may also be refused because of an earlier fault, such as a gap in a list.
      if (!calls.some(({ injected }) => injected)) visit.refused.push(...calls.filter(isRefused));
      const isNormal = launched.mode === 'normal' && !launched.alone && visit.death === undefined && !visit.isHeld();
      const isWhole =
        isNormal && calls.length > 0 && calls.every(({ error, injected, name }) => !injected && (error === 0 || name.includes('Get')));
      if (isWhole || (isNormal && computer.isStoring && !visit.unseen))
        seat.sureTime = Math.max(seat.sureTime, seat.time + secondsOf(visit, now));
      if (isWhole) {
        visit.saved = true;
        visit.wholeTime = seat.time + secondsOf(visit, now);
        seat.history.secure(seat.history.last);
      }
      if (calls.some(({ injected, result }) => injected && result === 'true')) visit.unheard = true;
      computer.report(`${hour(now)} ${call}: ${JSON.stringify(saved)} ${isWhole ? 'whole' : [...weather.now].join('+') || 'in part'}`);
      return saved;
    };
  }

  return {
    ...driver,
    start() {
      const launch = driver.start();
      launched = launch;
      return launch;
    },
    save: watch('save', driver.save),
    leave: watch('leave', driver.leave),
    witnessed(kept) {
      computer.report(`witnessed ${kept}`);
      if (kept && visit.unheard) {
        visit.unseen = true;
        seat.sureTime = visit.wholeTime;
      }
      visit.unheard = false;
      driver.witnessed?.(kept);
    },
  };
}

const isRefused = (call: Call): boolean => call.error !== 0 && !call.injected && !(call.error === 403 && call.name === 'GetValue');
