import { decimal } from '../model/formats.ts';
import { formats2004 } from '../model/formats-2004.ts';
import { limits2004 } from '../model/limits.ts';
import { leavingLimit, type Thrift } from '../model/limits-leaving.ts';
import type { Driver } from './driver.ts';
import { createEstimate } from './leaving-body.ts';
import { type LmsApi, lmsCalls } from './lms-call.ts';
import { createSession } from './session.ts';
import { createWriter, respell } from './writer.ts';

const completion = 'cmi.completion_status';
const success = 'cmi.success_status';

/** Elements whose value may come back to what it was at launch. */
const returning = ['cmi.location', 'cmi.score.raw', 'cmi.score.scaled', 'cmi.progress_measure'];

/** Adds `isHeavy` to a session. @param bytes estimates the bytes that its page has to send */
function weighed(session: Driver, bytes: () => number): Driver {
  // Before the first save nothing is held: the whole list would be read from the LMS.
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

/** The driver for SCORM 2004, 3rd and 4th Edition. @param thrift kinds of data to leave out */
export function createScorm2004(api: LmsApi, thrift: readonly Thrift[] = []): Driver {
  const calls = lmsCalls(api, '2004');
  const launched = new Map<string, string>();
  const writer = createWriter(calls, respell, launched);
  const { put } = writer;

  // Each time: should the first one be lost and nobody see it, an LMS would keep nothing at all (moodle.md 13).
  const suspend = (): void => put('cmi.exit', 'suspend', true);

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
    // `failed` is no final word here: it also stands beside `incomplete` below the pass mark.
    known: (status) => (calls.get(success) === 'passed' ? 'passed' : status === 'completed' ? status : undefined),
    begin() {
      // Else an end without warning drops all that was committed (moodle.md 13).
      suspend();
      for (const element of returning) launched.set(element, calls.get(element));
    },
    suspend,
    // Even a look that ends without it costs what was kept.
    endLook: suspend,
    // What is committed in a session without it takes the place of what can be resumed.
    mayCommit: () => !writer.awaits('cmi.exit'),
    writeScaled: put,
    writeObjective(at, { title, status }) {
      const description = formats2004.description?.(title);
      if (description && !thrift.includes('objective-texts')) put(`${at}description`, description);
      put(`${at}completion_status`, status === 'completed' || status === 'passed' ? 'completed' : 'incomplete');
      if (status === 'passed' || status === 'failed') put(`${at}success_status`, status);
    },
    writeStatus({ status, progress, belowPass }) {
      const completed = status === 'completed' || status === 'passed';
      // 1 means completed (RTE 4.2.19).
      put('cmi.progress_measure', completed ? '1' : decimal(Math.min(progress, 0.99)));
      put(completion, completed ? 'completed' : 'incomplete');
      if (status === 'passed') put(success, status);
      else if (belowPass || status === 'failed') put(success, 'failed');
      // The mark is reached, but not all is done: it is no failure any more.
      else if (calls.get(success) === 'failed') put(success, 'unknown');
    },
  });
  return weighed(session, createEstimate(calls, writer.held));
}
