import type { CmiRecord } from './lms.ts';

/** Lists the elements of a record that have a value, with their full names. */
export function flatRecord(record: CmiRecord, path = 'cmi'): [name: string, value: string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'object') return flatRecord(value, here);
    return value === '' ? [] : [[here, value]];
  });
}

/** Formats a duration as clocks do, from SCORM 1.2's format or `PT1H2M3.5S` of 2004. */
function clock(span: string): string {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(span);
  return found
    ? found
        .slice(1)
        .map((part = '0') => part.padStart(2, '0'))
        .join(':')
    : span;
}

/** The most important values of a record, whatever its edition. Texts are '' if there is no value. */
export interface RecordFacts {
  /** `lesson_status`, or `completion_status` and `success_status`; without what is unknown. */
  readonly status: readonly string[];
  readonly score: string;
  readonly time: string;
  /** Length of the saved state, in characters. */
  readonly state: number;
  readonly answers: number;
  readonly objectives: number;
}

export function factsOfRecord(record: CmiRecord): RecordFacts {
  const data = new Map(flatRecord(record));
  const first = (...names: string[]): string => names.map((name) => data.get(name)).find((value) => value !== undefined) ?? '';
  const count = (name: RegExp): number => [...data.keys()].filter((key) => name.test(key)).length;
  const status = [first('cmi.core.lesson_status', 'cmi.completion_status'), first('cmi.success_status')];
  return {
    status: status.filter((one) => one !== '' && one !== 'unknown'),
    score: first('cmi.core.score.raw', 'cmi.score.raw'),
    time: clock(first('cmi.core.total_time', 'cmi.total_time')),
    state: first('cmi.suspend_data').length,
    // In 1.2 all questions are registered from the start.
    answers: count(/^cmi\.interactions\.\d+\.(?:student|learner)_response$/),
    objectives: count(/^cmi\.objectives\.\d+\.id$/),
  };
}
