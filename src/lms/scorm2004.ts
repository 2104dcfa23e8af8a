import { decimal } from '../model/standards/formats.ts';
import { formats2004 } from '../model/standards/formats-2004.ts';
import { limits2004 } from '../model/standards/limits.ts';
import { leavingLimit, type Thrift } from '../model/standards/limits-leaving.ts';
import type { Driver, LearnerRecord, Objective } from './driver.ts';
import { createEstimate } from './leaving-body.ts';
import { type LmsApi, type LmsCalls, lmsCalls } from './lms-call.ts';
import { createSession } from './session.ts';
import { createWriter, respell, type Writer } from './writer.ts';

const completion = 'cmi.completion_status';
const success = 'cmi.success_status';

/** Elements whose value may return to the one at launch. */
const returning = ['cmi.location', 'cmi.score.raw', 'cmi.score.scaled', 'cmi.progress_measure'];

/** Adds `isHeavy` to a session. @param bytes estimates the bytes that its page has to send */
function weighed(session: Driver, bytes: () => number): Driver {
  // Not heavy before the first save: nothing is held yet, so the whole list would be read from the LMS.
  let isHeavy: boolean | undefined = false;
  return {
    ...session,
    save(record) {
      isHeavy = undefined;
      return session.save(record);
    },
    isHeavy() {
      isHeavy ??= bytes() > leavingLimit;
      return isHeavy;
    },
  };
}

function writeObjective({ put }: Writer, thrift: readonly Thrift[], at: string, { title, status }: Objective): void {
  const description = formats2004.description?.(title);
  if (description && !thrift.includes('objective-texts')) put(`${at}description`, description);
  put(`${at}completion_status`, status === 'completed' || status === 'passed' ? 'completed' : 'incomplete');
  if (status === 'passed' || status === 'failed') put(`${at}success_status`, status);
}

function writeStatus(calls: LmsCalls, { put }: Writer, { status, progress, belowPass }: LearnerRecord): void {
  const completed = status === 'completed' || status === 'passed';
  // 1 means completed (RTE 4.2.19).
  put('cmi.progress_measure', completed ? '1' : decimal(Math.min(progress, 0.99)));
  put(completion, completed ? 'completed' : 'incomplete');
  if (status === 'passed') put(success, status);
  else if (belowPass || status === 'failed') put(success, 'failed');
  // The pass mark is reached, but not all is done: remove the failure.
  else if (calls.get(success) === 'failed') put(success, 'unknown');
}

/** Makes the driver for SCORM 2004, 3rd and 4th Edition. @param thrift kinds of data to leave out */
export function createScorm2004(api: LmsApi, thrift: readonly Thrift[] = []): Driver {
  const calls = lmsCalls(api, '2004');
  const launched = new Map<string, string>();
  const writer = createWriter(calls, respell, launched);
  // Set each time: if the first one got lost unnoticed, an LMS would keep nothing (moodle.md 13).
  const suspend = (): void => writer.put('cmi.exit', 'suspend', true);

  const session = createSession(calls, writer, {
    formats: formats2004,
    limits: { state: limits2004.state, text: limits2004.text, registerFirst: false },
    strict: limits2004.strict,
    thrift,
    core: 'cmi.',
    lesson: 'cmi.',
    learner: 'cmi.learner',
    status: completion,
    keeps: () => true,
    // `failed` isn't final here: it is also set with `incomplete`, below the pass mark.
    known: (status) => (calls.get(success) === 'passed' ? 'passed' : status === 'completed' ? status : undefined),
    begin() {
      // Otherwise a sudden end loses everything that was committed (moodle.md 13).
      suspend();
      for (const element of returning) launched.set(element, calls.get(element));
    },
    suspend,
    // Even a session in review or browse mode that ends without `suspend` destroys the stored data.
    endLook: suspend,
    // Data committed in a session without `cmi.exit` replaces the data that can be resumed.
    mayCommit: () => !writer.awaits('cmi.exit'),
    writeScaled: writer.put,
    writeObjective: (at, objective) => writeObjective(writer, thrift, at, objective),
    writeStatus: (record) => writeStatus(calls, writer, record),
  });
  return weighed(session, createEstimate(calls, writer.held));
}
