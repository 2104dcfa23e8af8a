import { fitsBeacon } from './beacon.ts';
import type { Fate } from './faults.ts';
import type { Records } from './records.ts';
import type { Stored } from './types.ts';

type Load = readonly (readonly [element: string, value: string])[];

/** How the LMS's page carries data to its server. */
export interface Transport {
  /** What a commit would bring now. */
  load(records: Records): Load;
  /** Returns true where a beacon takes the request; in Moodle's 2004 it brings everything (moodle.md 3, 36). */
  fits(records: Records, load: Load): boolean;
  /** The load was on its way. */
  carried(records: Records, load: Load, fate: Fate): void;
}

/** Everything that changed since the last commit that was not refused. */
function plain(): Transport {
  return {
    load: (records) => records.changes(),
    fits: () => true,
    carried(records, _, fate) {
      if (fate !== 'refused') records.forgetChanges();
    },
  };
}

/** Moodle's 1.2 never sends again what it has sent, whatever became of it (moodle.md 18). */
function moodle12(launched: Stored): Transport {
  const sent = new Map(Object.entries(launched));
  return {
    load: (records) => records.changes().filter(([element, value]) => sent.get(element) !== value),
    fits: (_, load) => fitsBeacon(load),
    carried(records, load) {
      for (const [element, value] of load) sent.set(element, value);
      records.forgetChanges();
    },
  };
}

/** Moodle's 2004 always sends everything, but for single elements that have the value of the launch (moodle.md 3, 18). */
function moodle2004(launched: Stored): Transport {
  const goes = ([element, value]: readonly [string, string]): boolean => /\.\d+\./.test(element) || launched[element] !== value;
  return {
    load: (records) => records.changes().filter(goes),
    fits: (records) => fitsBeacon(records.all().filter(goes)),
    carried(records, _, fate) {
      // What was lost goes with the next one: nothing is ever left out for having been sent.
      if (fate === 'kept') records.forgetChanges();
    },
  };
}

/** @param launched what the page was launched with, without the elements of one session */
export function transportOf(version: '1.2' | '2004', asMoodle: boolean, launched: Stored): Transport {
  if (!asMoodle) return plain();
  return version === '1.2' ? moodle12(launched) : moodle2004(launched);
}
