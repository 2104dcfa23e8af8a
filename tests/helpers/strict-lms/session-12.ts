import { dataModel12 } from './data-model-12.ts';
import { addTimespans } from './durations.ts';
import type { Kind } from './kind.ts';
import type { Records } from './records.ts';
import type { Launch, Phase, Standard } from './standard.ts';
import type { Stored, StrictLmsOptions } from './types.ts';

const status = 'cmi.core.lesson_status';
const sessionTime = 'cmi.core.session_time';
const totalTime = 'cmi.core.total_time';
const exit = 'cmi.core.exit';

/** SCORM 1.2: an LMS's behaviour around the calls (RTE 3.2, 3.3), with Moodle's where it affects the data. */
export const session12: Standard = {
  names: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
  messages: {
    0: 'No error',
    101: 'General exception',
    201: 'Invalid argument error',
    202: 'Element cannot have children',
    203: 'Element not an array. Cannot have count',
    301: 'Not initialized',
    401: 'Not implemented error',
    402: 'Invalid set value, element is a keyword',
    403: 'Element is read only',
    404: 'Element is write only',
    405: 'Incorrect data type',
  },
  entry: 'cmi.core.entry',
  ofOneSession: [exit, sessionTime],
  dataModel: dataModel12,
  phaseError,
  launch,
  given,
  finish,
};

function phaseError(kind: Kind, phase: Phase): number {
  // A second LMSInitialize is 101 (scorm.md 10), also after LMSFinish: a session is opened once.
  if (kind === 'initialize') return phase === 'before' ? 0 : 101;
  return phase === 'open' ? 0 : 301;
}

function launch(options: StrictLmsOptions): Launch {
  const resumed = options.stored ?? {};
  // moodle.md 10: `failed` closes the attempt; moodle.md 5: it is re-entered in review, without credit.
  const closed = options.asMoodle === true && resumed[status] === 'failed';
  const mode = closed ? 'review' : (options.mode ?? 'normal');
  const credit = closed || mode !== 'normal' ? 'no-credit' : 'credit';
  return { entry: entry(resumed), resumed, mode, credit: closed ? credit : (options.credit ?? credit) };
}

function entry(resumed: Stored): Launch['entry'] {
  if (Object.keys(resumed).length === 0) return 'ab-initio';
  // moodle.md 14: the data are returned whatever exit was, and entry is "" unless it was `suspend`.
  return resumed[exit] === 'suspend' ? 'resume' : '';
}

function given(options: StrictLmsOptions, { entry, mode, credit }: Launch): Stored {
  return {
    'cmi.core.student_id': options.learner?.id ?? 'learner-1',
    'cmi.core.student_name': options.learner?.name ?? 'Martin, Camille',
    'cmi.core.credit': credit,
    'cmi.core.entry': entry,
    'cmi.core.lesson_mode': mode,
    [status]: 'not attempted',
    [totalTime]: '0000:00:00.00',
    'cmi.launch_data': options.launchData ?? '',
    'cmi.student_data.mastery_score': options.masteryScore === undefined ? '' : String(options.masteryScore),
  };
}

function finish(records: Records, options: StrictLmsOptions): void {
  // moodle.md 11: a status that was never set becomes `completed`, in preview and review too.
  if (records.value(status) === 'not attempted') records.write(status, 'completed');
  const raw = records.value('cmi.core.score.raw') ?? '';
  // moodle.md 5: the mastery score decides as soon as there is a raw score, even if the learner leaves half-way.
  if (options.masteryScore !== undefined && raw !== '' && records.value('cmi.core.credit') === 'credit') {
    records.write(status, Number(raw) >= options.masteryScore ? 'passed' : 'failed');
  }
  // moodle.md 19: total_time grows here and nowhere else.
  const time = records.value(sessionTime);
  if (time !== undefined) records.write(totalTime, addTimespans(records.value(totalTime) ?? '', time));
}
