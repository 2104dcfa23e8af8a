import { dataModel2004 } from './data-model-2004.ts';
import { addIntervals } from './durations.ts';
import type { Kind } from './kind.ts';
import type { Records } from './records.ts';
import type { Launch, Phase, Standard } from './standard.ts';
import type { Stored, StrictLmsOptions } from './types.ts';

const sessionTime = 'cmi.session_time';
const totalTime = 'cmi.total_time';
const exit = 'cmi.exit';

/** [not initialized, terminated] by function (RTE 3.1.7). */
const phaseErrors: Partial<Record<Kind, readonly [number, number]>> = {
  terminate: [112, 113],
  get: [122, 123],
  set: [132, 133],
  commit: [142, 143],
};

/** SCORM 2004: an LMS's behaviour around the calls (RTE 3.1, 4.2), with Moodle's where it affects the data. */
export const session2004: Standard = {
  names: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
  messages: {
    0: 'No Error',
    103: 'Already Initialized',
    104: 'Content Instance Terminated',
    112: 'Termination Before Initialization',
    113: 'Termination After Termination',
    122: 'Retrieve Data Before Initialization',
    123: 'Retrieve Data After Termination',
    132: 'Store Data Before Initialization',
    133: 'Store Data After Termination',
    142: 'Commit Before Initialization',
    143: 'Commit After Termination',
    201: 'General Argument Error',
    301: 'General Get Failure',
    351: 'General Set Failure',
    401: 'Undefined Data Model Element',
    403: 'Data Model Element Value Not Initialized',
    404: 'Data Model Element Is Read Only',
    405: 'Data Model Element Is Write Only',
    406: 'Data Model Element Type Mismatch',
    407: 'Data Model Element Value Out Of Range',
    408: 'Data Model Dependency Not Established',
  },
  entry: 'cmi.entry',
  ofOneSession: [exit, sessionTime, 'adl.nav.request'],
  dataModel: dataModel2004,
  phaseError,
  launch,
  given,
  finish,
};

function phaseError(kind: Kind, phase: Phase): number {
  if (kind === 'initialize') return { before: 0, open: 103, closed: 104 }[phase];
  const [before, closed] = phaseErrors[kind] ?? [0, 0];
  return { before, open: 0, closed }[phase];
}

function launch(options: StrictLmsOptions): Launch {
  const stored = options.stored ?? {};
  // moodle.md 13: without exit=suspend the attempt is over; nothing is returned and total_time restarts.
  const suspended = stored[exit] === 'suspend';
  const mode = options.mode ?? 'normal';
  return {
    entry: suspended ? 'resume' : 'ab-initio',
    resumed: suspended ? stored : {},
    mode,
    credit: options.credit ?? (mode === 'normal' ? 'credit' : 'no-credit'),
  };
}

function given(options: StrictLmsOptions, { entry, mode, credit }: Launch): Stored {
  const { id = 'learner-1', name = 'Martin, Camille' } = options.learner ?? {};
  const given: Stored = {
    'cmi.completion_status': 'unknown',
    'cmi.success_status': 'unknown',
    'cmi.credit': credit,
    'cmi.entry': entry,
    'cmi.mode': mode,
    [totalTime]: 'PT0H0M0S',
    'cmi.learner_preference.audio_level': '1',
    'cmi.learner_preference.language': '',
    'cmi.learner_preference.delivery_speed': '1',
    'cmi.learner_preference.audio_captioning': '0',
    'adl.nav.request': '',
    'adl.nav.request_valid.continue': 'unknown',
    'adl.nav.request_valid.previous': 'unknown',
  };
  for (const [index, objective] of (options.objectives ?? []).entries()) given[`cmi.objectives.${index}.id`] = objective;
  if (id !== '') Object.assign(given, { 'cmi.learner_id': id, 'cmi.learner_name': name });
  if (options.launchData !== undefined) given['cmi.launch_data'] = options.launchData;
  if (options.completionThreshold !== undefined) given['cmi.completion_threshold'] = String(options.completionThreshold);
  // moodle.md 6: readable in Moodle too, where it changes nothing.
  if (options.scaledPassingScore !== undefined) given['cmi.scaled_passing_score'] = String(options.scaledPassingScore);
  return given;
}

function finish(records: Records, options: StrictLmsOptions): void {
  // moodle.md 6: the threshold overrides completion_status, at Terminate only.
  const progress = records.value('cmi.progress_measure');
  if (options.completionThreshold !== undefined && progress !== undefined) {
    records.write('cmi.completion_status', Number(progress) >= options.completionThreshold ? 'completed' : 'incomplete');
  }
  // scorm.md 23: ADL applies the passing score, and discards the content's own status if there is no score;
  // moodle.md 6: Moodle never applies it.
  if (options.scaledPassingScore !== undefined && options.asMoodle !== true) {
    records.write('cmi.success_status', success(records.value('cmi.score.scaled'), options.scaledPassingScore));
  }
  // moodle.md 19: total_time grows here and nowhere else.
  const time = records.value(sessionTime);
  if (time !== undefined) records.write(totalTime, addIntervals(records.value(totalTime) ?? '', time));
}

function success(scaled: string | undefined, passing: number): string {
  if (scaled === undefined) return 'unknown';
  return Number(scaled) >= passing ? 'passed' : 'failed';
}
