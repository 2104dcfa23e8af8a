import { describe, expect, test } from 'vitest';
import type { Scoring } from '../../src/model/course/activity.ts';
import { type LearnerState, newState } from '../../src/model/state/state.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { Account } from './account.ts';
import { History } from './history.ts';

const content = bakery({ activities: [activity(0, 'levain', 'pick'), activity(2, 'recette', 'note')], pass: 50, completion: 'score' });
const [levain, recette] = content.activities as [(typeof content.activities)[0], (typeof content.activities)[0]];

/** Wrong, then right; then something typed. */
function begun(): History {
  const history = new History(new Account(content, bakeryTypes as Record<string, Scoring>));
  history.account.submit(levain, ['b']);
  history.note(1000, false);
  history.account.submit(levain, ['a']);
  history.note(2000, false);
  history.account.draft(recette, 'Far');
  history.note(3000, true);
  return history;
}

const state = (more: Partial<LearnerState>): LearnerState => ({ ...newState('abcd'), ...more });
const whole = state({
  activities: { 0: { answer: ['a'], tries: 2 }, 2: { draft: 'Far', tries: 0 } },
  score: 100,
  status: 'passed',
});

describe('the reference that learners are held to', () => {
  test('finds no fault if everything is there, or if only data without a guarantee are missing', () => {
    const all = begun();
    all.secure(all.last);
    expect(all.compare(whole, new Set())).toEqual([]);
    expect(begun().compare(state({}), new Set())).toEqual([]);
    const half = begun();
    half.secure(1);
    expect(half.compare(state({ activities: { 0: { answer: ['b'], tries: 1 } }, score: 0 }), new Set())).toEqual([]);
  });

  test.each([
    ['an answer', { ...whole, activities: { 2: { draft: 'Far', tries: 0 } } }, 'levain'],
    ['an older answer', { ...whole, activities: { ...whole.activities, 0: { answer: ['b'], tries: 1 } } }, 'levain'],
    ['a try', { ...whole, activities: { ...whole.activities, 0: { answer: ['a'], tries: 1 } } }, 'levain'],
    ['a typed text', { ...whole, activities: { 0: { answer: ['a'], tries: 2 } } }, 'recette'],
    ['a text that was never typed', { ...whole, activities: { ...whole.activities, 2: { draft: 'Fari', tries: 0 } } }, 'recette'],
    ['a score', { ...whole, score: 0 }, 'score'],
    ['a status', { ...whole, status: 'incomplete' }, 'status'],
    ['a score that was never reached', { ...whole, score: 101 }, 'score'],
  ] as const)('finds %s', (_, found, what) => {
    const history = begun();
    history.secure(history.last);
    expect(history.compare(found as LearnerState, new Set()).map((one) => one.what)).toEqual([expect.stringContaining(what)]);
  });

  test('a page that died had a second for an answer, and ten for a text', () => {
    const history = begun();
    expect([2500, 3001, 3500, 12_500, 13_500].map((death) => history.savedBefore(death, 0))).toEqual([1, 2, 2, 2, 3]);
    expect(history.savedBefore(13_500, 3000)).toBe(-1);
  });
});
