import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { Driver } from '../../../src/lms/driver.ts';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { createStandalone } from '../../../src/lms/standalone.ts';
import { StrictLms, type StrictLmsOptions } from '../../helpers/strict-lms.ts';

/** A call as the LMS saw it: `Set cmi.exit suspend`, `Commit`; reads and questions for errors are left out. */
export type Write = string;

/** One visit of a learner, with its driver and the LMS's data. */
export interface Visit {
  readonly driver: Driver;
  /** Data kept for the next visit, by element. */
  held(): Readonly<Record<string, string>>;
  writes(): readonly Write[];
  refused(): readonly unknown[];
  /** Opens the next visit with the kept data. */
  again(change?: Partial<StrictLmsOptions>): Visit;
}

export interface Bench {
  readonly name: string;
  readonly standard: '1.2' | '2004' | 'none';
  readonly alone: boolean;
  visit(change?: Partial<StrictLmsOptions>): Visit;
}

/** `SetValue` and `LMSSetValue` alike. */
export function writeOf(name: string, args: readonly unknown[]): Write | undefined {
  const short = name.replace(/^LMS/, '').replace('Finish', 'Terminate');
  if (/^Get/.test(short)) return undefined;
  return [short.replace('Value', ''), ...args].join(' ').trim();
}

const isWrite = (write: Write | undefined): write is Write => write !== undefined;

function strictVisit(lms: StrictLms, version: '1.2' | '2004'): Visit {
  return {
    driver: version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api),
    held: () => lms.stored,
    writes: () => lms.calls.map(({ name, args }) => writeOf(name, args)).filter(isWrite),
    refused: () => [...lms.refused, ...lms.overlong],
    again: (change) => strictVisit(lms.launchAgain(change), version),
  };
}

/** `{ core: { exit: '' } }` → `{ 'cmi.core.exit': '' }`. */
function flatten(value: unknown, name: string): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [name]: String(value) };
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flatten(inner, `${name}.${key}`)));
}

interface Kept {
  cmi?: Record<string, unknown>;
}

/** scorm-again keeps nothing by itself: what it holds is noted at each commit. */
function againVisit(version: '1.2' | '2004', kept: Kept): Visit {
  const api = version === '1.2' ? new Scorm12API({ logLevel: 'NONE' }) : new Scorm2004API({ logLevel: 'NONE' });
  if (kept.cmi) api.loadFromJSON(kept.cmi, 'cmi');
  const methods = api as unknown as Record<string, (...args: string[]) => string>;
  const prefix = version === '1.2' ? 'LMS' : '';
  const writes: Write[] = [];
  const refused: unknown[] = [];
  let now = kept;
  const names = ['Initialize', 'GetValue', 'SetValue', 'Commit', version === '1.2' ? 'Finish' : 'Terminate', 'GetLastError'];
  const wrapped = names.map((name) => [
    prefix + name,
    (...args: string[]) => {
      const result = String(methods[prefix + name]?.(...args));
      const write = writeOf(name, args);
      if (write !== undefined) writes.push(write);
      if (write !== undefined && result !== 'true') refused.push([name, args]);
      if (/Commit|Finish|Terminate/.test(name)) now = JSON.parse(JSON.stringify(api.renderCommitCMI(true))) as Kept;
      return result;
    },
  ]);
  const lms = Object.fromEntries(wrapped) as object;
  return {
    driver: version === '1.2' ? createScorm12(lms) : createScorm2004(lms),
    held: () => flatten(now.cmi ?? {}, 'cmi'),
    writes: () => writes,
    refused: () => refused,
    again: () => againVisit(version, now),
  };
}

/** A browser's storage, or one that is forbidden. */
export function memoryStorage(forbidden = false): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  const refuse = (): void => {
    if (forbidden) throw new Error('SecurityError');
  };
  return {
    getItem(key) {
      refuse();
      return items.get(key) ?? null;
    },
    setItem(key, value) {
      refuse();
      items.set(key, value);
    },
  };
}

const key = 'cartable:boulangerie/pain';

function aloneVisit(storage: Pick<Storage, 'getItem' | 'setItem'>, withApi: boolean): Visit {
  const api = new Scorm12API({ logLevel: 'NONE' });
  return {
    driver: createStandalone({ key, storage: () => storage, ...(withApi && { api }) }),
    held: () => flatten(JSON.parse(storage.getItem(key) ?? '{}'), 'cmi'),
    writes: () => [],
    refused: () => [],
    again: () => aloneVisit(storage, withApi),
  };
}

function strict(version: '1.2' | '2004', options: Partial<StrictLmsOptions>, name: string): Bench {
  return {
    name,
    standard: version,
    alone: false,
    visit: (change) => strictVisit(new StrictLms({ version, ...options, ...change }), version),
  };
}

export const strictBenches: readonly Bench[] = [
  strict('1.2', {}, '1.2, strict'),
  strict('1.2', { asMoodle: true }, '1.2, Moodle'),
  strict('2004', {}, '2004, strict'),
  strict('2004', { asMoodle: true }, '2004, Moodle'),
];

export const benches: readonly Bench[] = [
  ...strictBenches,
  { name: '1.2, scorm-again', standard: '1.2', alone: false, visit: () => againVisit('1.2', {}) },
  { name: '2004, scorm-again', standard: '2004', alone: false, visit: () => againVisit('2004', {}) },
  { name: 'alone, with the local API', standard: '1.2', alone: true, visit: () => aloneVisit(memoryStorage(), true) },
  { name: 'alone in a frame', standard: 'none', alone: true, visit: () => aloneVisit(memoryStorage(), false) },
];
