import { formats12 } from '../model/standards/formats-12.ts';
import { limits12 } from '../model/standards/limits.ts';
import type { Driver, Launch } from './driver.ts';
import { type LmsApi, lmsCalls } from './lms-call.ts';
import { createSession } from './session.ts';
import { createWriter, respell } from './writer.ts';

const statusElement = 'cmi.core.lesson_status';

/** Returns another legal value: keywords have no other spelling. The right one follows in the next commit. */
function vary(element: string, value: string): string {
  if (element.endsWith('status')) return { passed: 'completed', incomplete: 'browsed' }[value] ?? 'incomplete';
  if (element.endsWith('type')) return value === 'choice' ? 'likert' : 'choice';
  if (element.endsWith('result')) return value === 'neutral' ? 'wrong' : 'neutral';
  if (element.endsWith('exit')) return '';
  return respell(element, value);
}

/**
 * Makes the driver for SCORM 1.2.
 * @param state characters of saved state to try first; 4096 for a strict LMS. If the LMS refuses or cuts a longer one,
 *   `limits.state` becomes 4096 and the save fails, so that the next one is shorter.
 */
export function createScorm12(api: LmsApi, state: number = limits12.state): Driver {
  const calls = lmsCalls(api, '1.2');
  /**
   * Chamilo stores nothing more of an attempt once its status was `browsed` or `completed`. It resends values that are set again,
   * so the right keyword is enough. It also completes a visit that set no status, even that of a second tab.
   */
  const inChamilo = 'save_asset' in api;
  const other = (element: string, value: string): string => (inChamilo && element === statusElement ? value : vary(element, value));
  const writer = createWriter(calls, other);
  return createSession(calls, writer, {
    formats: formats12,
    limits: { state, text: limits12.text, registerFirst: true },
    strict: limits12.strict,
    thrift: [],
    core: 'cmi.core.',
    lesson: 'cmi.core.lesson_',
    learner: 'cmi.core.student',
    status: statusElement,
    keeps: (list) => calls.get(`cmi.${list}._children`) !== '',
    known: (status) => (/^(?:completed|passed|failed)$/.test(status) ? (status as NonNullable<Launch['known']>['status']) : undefined),
    begin: (found) => {
      if (inChamilo && /^(?:not attempted|incomplete)$/.test(found)) writer.put(statusElement, 'incomplete');
    },
    writeObjective: (at, { status }) => writer.put(`${at}status`, status),
    writeStatus: ({ status }) => writer.put(statusElement, status),
    suspend: () => writer.put('cmi.core.exit', 'suspend'),
    // Otherwise an LMS would set `completed` (moodle.md 11).
    endLook() {
      if (calls.get(statusElement) === 'not attempted') writer.put(statusElement, 'browsed');
    },
  });
}
