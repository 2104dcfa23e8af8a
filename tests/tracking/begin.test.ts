import { expect, test } from 'vitest';
import { createScorm12 } from '../../src/drivers/scorm12.ts';
import { createScorm2004 } from '../../src/drivers/scorm2004.ts';
import { createTracker, type Tracker } from '../../src/tracker.ts';
import { bakery, bakeryTypes } from '../helpers/bakery.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

function open(lms: StrictLms, version: '1.2' | '2004'): Tracker {
  const { now, later } = fakeTime();
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  return createTracker({ content: bakery({ pass: 20, completion: 'score' }), types: bakeryTypes, driver, now, later, random: () => 0.4 });
}

test.each(['1.2', '2004'] as const)('%s: a saved state that is older than score and status in the LMS lowers neither', (version) => {
  const lms = new StrictLms({ version });
  const first = open(lms, version);
  first.visit('fournil');
  first.flush();
  // From now on the LMS takes all but the saved state, as one does that it is too long for.
  lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
  first.submit('levain', ['a']);
  first.leave();
  const next = lms.launchAgain();
  const second = open(next, version);
  expect(second.state()).toMatchObject({ activities: {}, score: 20, status: 'passed' });
  second.visit('fournil');
  second.leave();
  const [raw, status] = version === '1.2' ? ['cmi.core.score.raw', 'cmi.core.lesson_status'] : ['cmi.score.raw', 'cmi.success_status'];
  expect([next.stored[raw], next.stored[status]]).toEqual(['20', 'passed']);
});
