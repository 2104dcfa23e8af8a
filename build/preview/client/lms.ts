import type { PlayerSettings } from '../settings.ts';

/** Settings of a visit. */
export type LmsSettings = Pick<PlayerSettings, 'version' | 'learner' | 'mode'>;

/** The used part of scorm-again. */
interface ScormAgain {
  loadFromJSON(json: object, element: string): void;
  renderCommitCMI(terminate: boolean): { readonly cmi: CmiRecord };
  [method: string]: unknown;
}

/** A learner's record in an LMS: nested objects of strings, as scorm-again returns them. */
export interface CmiRecord {
  readonly [member: string]: string | CmiRecord;
}

/** One call of the module, and its result. */
export interface Call {
  readonly method: string;
  readonly args: readonly string[];
  readonly result: string;
  /** 0 if there was no error. */
  readonly error: number;
  readonly diagnostic: string;
}

type New = new (settings: object) => ScormAgain;

declare global {
  interface Window {
    Scorm12API?: New;
    Scorm2004API?: New;
    API?: object;
    API_1484_11?: object;
  }
}

const VERSIONS = {
  '1.2': {
    global: 'API',
    make: () => window.Scorm12API,
    methods: [
      'LMSInitialize',
      'LMSFinish',
      'LMSGetValue',
      'LMSSetValue',
      'LMSCommit',
      'LMSGetLastError',
      'LMSGetErrorString',
      'LMSGetDiagnostic',
    ],
    error: 'LMSGetLastError',
    errorText: 'LMSGetErrorString',
  },
  '2004': {
    global: 'API_1484_11',
    make: () => window.Scorm2004API,
    methods: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'],
    error: 'GetLastError',
    errorText: 'GetErrorString',
  },
} as const;

type Method = (...args: string[]) => unknown;

/** Elements of a single visit: an LMS never returns them. */
const OF_A_VISIT = ['exit', 'session_time'];

function without(record: CmiRecord, names: readonly string[]): CmiRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function exitOf(record: CmiRecord): unknown {
  const { core } = record;
  return typeof core === 'object' ? core.exit : record.exit;
}

/** Makes the LMS's data at the start of a visit: the earlier record, the learner, and the mode. */
function launchRecord({ version, learner, mode }: LmsSettings, kept: CmiRecord | null): CmiRecord {
  const entry = !kept ? 'ab-initio' : exitOf(kept) === 'suspend' ? 'resume' : '';
  const credit = mode === 'normal' ? 'credit' : 'no-credit';
  if (version === '2004')
    return { ...without(kept ?? {}, OF_A_VISIT), learner_id: learner.id, learner_name: learner.name, entry, mode, credit };
  const core = kept && typeof kept.core === 'object' ? kept.core : {};
  const visit = { student_id: learner.id, student_name: learner.name, entry, lesson_mode: mode, credit };
  return { ...(kept ?? {}), core: { ...without(core, OF_A_VISIT), ...visit } };
}

/** An LMS for one visit. */
export interface Lms {
  /** The record as it would be stored now. */
  record(): CmiRecord;
}

/**
 * Opens an LMS in this window, where a module in a frame finds it.
 * @param onCall is called at every call
 * @param onKeep gets the record after each commit and at the end
 */
export function openLms(
  settings: LmsSettings,
  kept: CmiRecord | null,
  onCall: (call: Call) => void,
  onKeep: (record: CmiRecord) => void,
): Lms {
  const { global, make, methods, error, errorText } = VERSIONS[settings.version];
  const Api = make();
  if (!Api) throw new Error('scorm-again did not load');
  const api = new Api({ autocommit: false, logLevel: 5 });
  api.loadFromJSON(launchRecord(settings, kept), 'cmi');
  const record = (): CmiRecord => api.renderCommitCMI(true).cmi;
  const call = (name: string, ...args: string[]): string => String((api[name] as Method)(...args));
  window[global] = Object.fromEntries(
    methods.map((method) => [
      method,
      (...args: unknown[]) => {
        const texts = args.map(String);
        const result = call(method, ...texts);
        if (/Error|Diagnostic/.test(method)) return result;
        const code = Number(call(error));
        onCall({ method, args: texts, result, error: code, diagnostic: code === 0 ? '' : call(errorText, String(code)) });
        if (/Commit|Finish|Terminate/.test(method) && result === 'true') onKeep(record());
        return result;
      },
    ]),
  );
  return { record };
}
