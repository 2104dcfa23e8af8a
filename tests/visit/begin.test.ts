import { expect, test } from 'vitest';
import { bakery } from '../helpers/bakery.ts';
import { elements, openStrict, startStrict } from '../helpers/open-strict.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

const content = bakery({ pass: 20, completion: 'score' });

test.each(['1.2', '2004'] as const)('%s: a saved state that is older than score and status in the LMS lowers neither', (version) => {
  const lms = new StrictLms({ version });
  const first = openStrict(lms, version, content);
  // From now on the LMS accepts everything except the saved state, as if that were too long.
  lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
  first.submit('levain', ['a']);
  first.leave();
  const next = lms.launchAgain();
  expect(startStrict(lms.launchAgain(), version, content).state()).toMatchObject({ activities: {}, score: 20, status: 'passed' });
  openStrict(next, version, content).leave();
  expect(next.stored[elements[version].raw]).toBe('20');
  expect(next.stored[version === '1.2' ? elements[version].status : 'cmi.success_status']).toBe('passed');
});

test.each(['1.2', '2004'] as const)('%s: a score of 0 in the LMS counts as a score if the saved state has none', (version) => {
  const lms = new StrictLms({ version });
  lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
  const first = openStrict(lms, version, content);
  first.submit('levain', ['b']);
  first.leave();
  expect(lms.stored[elements[version].raw]).toBe('0');
  const state = startStrict(lms.launchAgain(), version, content).state();
  expect(state).toMatchObject({ activities: {}, score: 0, status: 'incomplete' });
  const none = startStrict(new StrictLms({ version }), version, content).state();
  expect(none).not.toHaveProperty('score');
});
