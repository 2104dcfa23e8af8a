import type { StrictLms } from '../helpers/strict-lms.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';

/** Faults that last for a while. */
const TROUBLES = ['outage', 'refused', 'sets', 'throws', 'expired'] as const;
type Trouble = (typeof TROUBLES)[number];

const CODES = [101, 201, 301, 351, 391, 401, 402, 403, 405, 406, 407, 408];

/** The network and the LMS of one visit, as they are at the moment. */
export interface Weather {
  /** Troubles that are there now. */
  readonly now: Set<Trouble>;
  /** Since when there was none. */
  calmSince: number;
  /** Troubles so far. */
  count: number;
  /** Asks for a picture of the package: comes after a moment, or not. */
  witness(): Promise<boolean>;
}

function begin(trouble: Trouble, lms: StrictLms, dice: Dice): void {
  const { faults } = lms;
  const isHit = dice.one([0.1, 0.5, 1]);
  if (trouble === 'outage') faults.commit = 'lost';
  else if (trouble === 'refused') faults.commit = 'refused';
  else if (trouble === 'expired') faults.expired = true;
  else if (trouble === 'sets') {
    const code = dice.one(CODES);
    faults.set = () => (dice.chance(isHit) ? code : 0);
  } else {
    const kinds = dice.one([['set'], ['commit'], ['set', 'commit', 'get', 'terminate'], ['lastError', 'set']]);
    faults.throws = (kind) => kinds.includes(kind) && dice.chance(isHit);
  }
}

function end(trouble: Trouble, lms: StrictLms): void {
  const { faults } = lms;
  if (trouble === 'outage' || trouble === 'refused') delete faults.commit;
  else if (trouble === 'sets') delete faults.set;
  else if (trouble === 'throws') delete faults.throws;
}

/** Lets troubles come and go during a visit; a login that expired does not come back. */
export function weatherOver(lms: StrictLms, clock: Clock, dice: Dice): Weather {
  const weather: Weather = { now: new Set(), calmSince: Number.NEGATIVE_INFINITY, count: 0, witness };

  function start(trouble: Trouble, milliseconds: number): void {
    const { now } = weather;
    if (now.has(trouble) || (trouble === 'refused' && now.has('outage')) || (trouble === 'outage' && now.has('refused'))) return;
    now.add(trouble);
    weather.count++;
    begin(trouble, lms, dice);
    if (trouble === 'expired') return;
    clock.later(milliseconds, () => {
      now.delete(trouble);
      end(trouble, lms);
      weather.calmSince = clock.now();
    });
  }

  /** Settles on the clock, not on the engine's queue: a visit is played without waiting. */
  function witness(): Promise<boolean> {
    const began = !weather.now.has('outage');
    const picture = {
      // biome-ignore lint/suspicious/noThenProperty: it stands in for a promise.
      then(receive: (kept: boolean) => void) {
        const milliseconds = began ? dice.count(20, 800) : dice.one([50, 8000]);
        clock.later(milliseconds, () => receive(began && !weather.now.has('outage')));
      },
    };
    return picture as unknown as Promise<boolean>;
  }

  const storms = dice.one([0, 0, 0, 1, 1, 2, 3]);
  for (let index = 0; index < storms; index++) {
    const trouble = dice.one(TROUBLES);
    const length = dice.one([200, 2000, 12_000, 40_000, 300_000]);
    clock.later(dice.one([0, dice.count(0, 5000), dice.count(0, 120_000)]), () => start(trouble, length));
  }
  return weather;
}
