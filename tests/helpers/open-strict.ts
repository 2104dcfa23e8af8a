import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { bakery, bakeryTypes } from './bakery.ts';
import { type FakeTime, fakeTime } from './fake-time.ts';
import type { StrictLms } from './strict-lms.ts';

export type Version = '1.2' | '2004';

/** Elements with different names in the two standards. */
export const elements = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    place: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    total: 'cmi.core.total_time',
  },
  '2004': {
    status: 'cmi.completion_status',
    raw: 'cmi.score.raw',
    place: 'cmi.location',
    exit: 'cmi.exit',
    total: 'cmi.total_time',
  },
} as const;

/** Starts a tracker of the bakery on a strict LMS, before its first page is shown. */
export function startStrict(
  lms: StrictLms,
  version: Version,
  content: ModuleContent = bakery(),
  time: FakeTime = fakeTime(),
  witness?: () => Promise<boolean>,
): Tracker {
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  const world = { content, types: bakeryTypes, driver, now: time.now, later: time.later, random: () => 0.4 };
  return createTracker({ ...world, ...(witness && { witness }) });
}

/** Does the same, then shows the first page and sends the opening commit. */
export function openStrict(lms: StrictLms, version: Version, content?: ModuleContent, time?: FakeTime): Tracker {
  const tracker = startStrict(lms, version, content, time);
  tracker.visit('fournil');
  tracker.flush();
  return tracker;
}
