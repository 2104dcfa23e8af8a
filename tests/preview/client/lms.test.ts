// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { type CmiRecord, openLms } from '../../../build/preview/client/lms.ts';
import type { PlayerSettings } from '../../../build/preview/settings.ts';

let loaded: CmiRecord;
let begun: readonly unknown[];
const answers: Record<string, string> = {};
/** Calls of the module to the LMS, in order. */
let asked: unknown[][] = [];

/** Stands for scorm-again: answers `true`, unless set otherwise. */
class FakeApi {
  [method: string]: unknown;
  constructor(settings: object) {
    begun = [settings];
    const usual = ['Initialize', 'SetValue', 'Commit', 'Finish', 'Terminate', 'GetErrorString', 'GetDiagnostic'];
    for (const method of usual.flatMap((name) => [name, `LMS${name}`]))
      this[method] = (...args: unknown[]) => {
        asked.push([method, ...args]);
        return answers[method] ?? 'true';
      };
    for (const method of ['LMSGetLastError', 'GetLastError']) this[method] = () => answers[method] ?? '0';
  }
  loadFromJSON(json: CmiRecord, element: string) {
    loaded = json;
    begun = [...begun, element];
  }
  renderCommitCMI(terminate: boolean) {
    return { cmi: { stored: terminate ? 'yes' : 'no' } };
  }
}

beforeEach(() => {
  Object.assign(window, { Scorm12API: FakeApi, Scorm2004API: FakeApi });
  for (const key of Object.keys(answers)) delete answers[key];
  asked = [];
});

function open(version: '1.2' | '2004', kept: CmiRecord | null, mode: PlayerSettings['mode'] = 'normal') {
  const [onCall, onKeep] = [vi.fn(), vi.fn()];
  const lms = openLms({ version, mode, learner: { id: 'camille', name: 'Camille' } } as PlayerSettings, kept, onCall, onKeep);
  const api = (version === '1.2' ? window.API : window.API_1484_11) as Record<string, (...args: unknown[]) => string>;
  return { api, onCall, onKeep, lms };
}

it('begins a new attempt, continues a suspended one, and begins one that was ended', () => {
  const entry12 = (core: CmiRecord | null): unknown => {
    open('1.2', core && { core });
    return (loaded.core as CmiRecord).entry;
  };
  expect([entry12(null), entry12({ exit: 'suspend' }), entry12({ exit: '' })]).toEqual(['ab-initio', 'resume', '']);
  const entry2004 = (kept: CmiRecord | null): unknown => {
    open('2004', kept);
    return loaded.entry;
  };
  expect([entry2004(null), entry2004({ exit: 'suspend' }), entry2004({ exit: 'normal' })]).toEqual(['ab-initio', 'resume', '']);
});

it('returns the work of the earlier visit with the learner and the mode, but not what belongs to that visit alone', () => {
  open('1.2', { suspend_data: 'x', core: { exit: 'suspend', session_time: '1', lesson_location: 'quai' } }, 'review');
  expect(loaded).toEqual({
    suspend_data: 'x',
    core: {
      lesson_location: 'quai',
      student_id: 'camille',
      student_name: 'Camille',
      entry: 'resume',
      lesson_mode: 'review',
      credit: 'no-credit',
    },
  });
  const old = { student_id: 'x', student_name: 'x', entry: 'x', lesson_mode: 'x', credit: 'x' };
  open('1.2', { core: old }, 'browse');
  expect(loaded.core).toEqual({ student_id: 'camille', student_name: 'Camille', entry: '', lesson_mode: 'browse', credit: 'no-credit' });
  open('2004', { exit: 'suspend', session_time: '1', location: 'quai' });
  expect(loaded).toEqual({
    location: 'quai',
    learner_id: 'camille',
    learner_name: 'Camille',
    entry: 'resume',
    mode: 'normal',
    credit: 'credit',
  });
});

it('shows each call with its error, but not those that ask for errors', () => {
  const { api, onCall } = open('1.2', null);
  Object.assign(answers, { LMSSetValue: 'false', LMSGetLastError: '201', LMSGetErrorString: 'Invalid' });
  expect(api.LMSSetValue?.('cmi.core.score.raw', 80)).toBe('false');
  api.LMSGetLastError?.();
  expect(onCall.mock.calls).toEqual([
    [{ method: 'LMSSetValue', args: ['cmi.core.score.raw', '80'], result: 'false', error: 201, diagnostic: 'Invalid' }],
  ]);
  expect(asked).toEqual([
    ['LMSSetValue', 'cmi.core.score.raw', '80'],
    ['LMSGetErrorString', '201'],
  ]);
  expect([api.LMSGetDiagnostic?.('201'), onCall.mock.calls.length]).toEqual(['true', 1]);
});

it('keeps the record after each commit and at the end, unless they fail', () => {
  const { api, onKeep } = open('2004', null);
  api.SetValue?.('cmi.location', 'quai');
  expect(onKeep).not.toHaveBeenCalled();
  api.Commit?.('');
  api.Terminate?.('');
  for (const failed of ['false', '']) {
    answers.Commit = failed;
    api.Commit?.('');
  }
  answers.Terminate = 'false';
  api.Terminate?.('');
  expect(onKeep.mock.calls).toEqual([[{ stored: 'yes' }], [{ stored: 'yes' }]]);
});

it('offers a module the calls of its version, and shows none that asks for errors', () => {
  const calls = (version: '1.2' | '2004') => Object.keys(open(version, null).api);
  const names = ['GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'];
  expect([calls('1.2'), calls('2004')]).toEqual([
    ['LMSInitialize', 'LMSFinish', ...names.map((name) => `LMS${name}`)],
    ['Initialize', 'Terminate', ...names],
  ]);
  expect(begun).toEqual([{ autocommit: false, logLevel: 5 }, 'cmi']);
  const { api, onCall, onKeep, lms } = open('1.2', null);
  expect([api.LMSGetLastError?.(), api.LMSGetErrorString?.('0'), onCall.mock.calls]).toEqual(['0', 'true', []]);
  api.LMSFinish?.('');
  expect([onKeep.mock.calls, lms.record()]).toEqual([[[{ stored: 'yes' }]], { stored: 'yes' }]);
  expect(onCall.mock.calls).toEqual([[{ method: 'LMSFinish', args: [''], result: 'true', error: 0, diagnostic: '' }]]);
});

it('opens nothing while the library is not there', () => {
  Object.assign(window, { Scorm12API: undefined });
  expect(() => open('1.2', null)).toThrow('scorm-again');
});
