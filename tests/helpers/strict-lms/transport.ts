import { fitsBeacon } from './beacon.ts';
import type { Fate } from './faults.ts';
import type { Records } from './records.ts';
import type { Stored } from './types.ts';

type Load = readonly (readonly [element: string, value: string])[];

/** Transport of data from the LMS's page to its server. */
export interface Transport {
  /** Data that a commit would send now. */
  load(records: Records): Load;
  /** Tests whether the request fits into a beacon; in Moodle's 2004 it has everything (moodle.md 3, 36). */
  fits(records: Records, load: Load): boolean;
  /** Called after the load was sent. */
  carried(records: Records, load: Load, fate: Fate): void;
}

/** Sends all changes since the last commit that was not refused. */
function plain(): Transport {
  return {
    load: (records) => records.changes(),
    fits: () => true,
    carried(records, _, fate) {
      if (fate !== 'refused') records.forgetChanges();
    },
  };
}

/** Moodle's 1.2 never sends data again, even if the request failed (moodle.md 18). */
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

/** Moodle's 2004 always sends everything, except single elements with their value at launch (moodle.md 3, 18). */
function moodle2004(launched: Stored): Transport {
  const goes = ([element, value]: readonly [string, string]): boolean => /\.\d+\./.test(element) || launched[element] !== value;
  return {
    load: (records) => records.changes().filter(goes),
    fits: (records) => fitsBeacon(records.all().filter(goes)),
    carried(records, _, fate) {
      // Lost data are part of the next request: sent data are never left out.
      if (fate === 'kept') records.forgetChanges();
    },
  };
}

/** Chooses the transport. @param launched data of the page's launch, without the elements of one session */
export function transportOf(version: '1.2' | '2004', asMoodle: boolean, launched: Stored): Transport {
  if (!asMoodle) return plain();
  return version === '1.2' ? moodle12(launched) : moodle2004(launched);
}
