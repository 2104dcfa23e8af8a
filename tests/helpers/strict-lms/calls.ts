import { StrictLms, type StrictLmsOptions } from '../strict-lms.ts';

/** A session after its Initialize. */
export function open(options: StrictLmsOptions): StrictLms {
  const lms = new StrictLms(options);
  if (call(lms, 'initialize', '') !== 'true') throw new Error('Initialize was refused');
  return lms;
}

/** The functions' names by version. */
export const names = {
  '1.2': {
    initialize: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    error: 'LMSGetLastError',
    message: 'LMSGetErrorString',
  },
  '2004': {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    error: 'GetLastError',
    message: 'GetErrorString',
  },
} as const;

/** Makes a call by its 1.2 name, in either version. */
export function call(lms: StrictLms, what: keyof (typeof names)['1.2'], ...args: string[]): string {
  const version = 'LMSInitialize' in lms.api ? '1.2' : '2004';
  const method = lms.api[names[version][what]];
  if (method === undefined) throw new Error(`the API has no ${names[version][what]}`);
  return method(...args);
}

/** Sets each element; throws if one is refused. */
export function set(lms: StrictLms, values: Record<string, string>): void {
  for (const [element, value] of Object.entries(values)) {
    if (call(lms, 'set', element, value) !== 'true') throw new Error(`${element} = ${value}: ${call(lms, 'error')}`);
  }
}
