import { expect, test } from 'vitest';
import { isMissed, type LearnerState, newState } from '../../../src/model/state/state.ts';

test('a learner who has not begun', () => {
  expect(newState('t7')).toEqual({
    attempt: 't7',
    counter: 0,
    page: 0,
    seen: [],
    activities: {},
    status: 'incomplete',
    places: [],
    time: 0,
    active: 0,
    revision: '',
  });
});

test.each<[string, Partial<LearnerState>, boolean]>([
  ['nothing', {}, false],
  ['time alone', { time: 900, active: 300, counter: 4 }, false],
  ['the first page', { seen: [0] }, false],
  ['a second page', { seen: [0, 1] }, true],
  ['an answer', { activities: { 0: { tries: 0, draft: 'pain' } } }, true],
  ['a final status', { status: 'completed' }, true],
])('worth keeping: %s', (_, change, expected) => {
  expect(isMissed({ ...newState('t'), ...change })).toBe(expected);
});
