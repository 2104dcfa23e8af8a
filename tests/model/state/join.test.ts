import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined } from '../../../src/model/state/join.ts';
import { type LearnerState, newState } from '../../../src/model/state/state.ts';
import { bakery } from '../../helpers/bakery.ts';

const content = bakery();

function state(more: Partial<LearnerState>): LearnerState {
  return { ...newState('brioche1'), ...more };
}

const anyState = fc
  .record({
    counter: fc.nat({ max: 9 }),
    seen: fc.subarray([0, 1]),
    score: fc.nat({ max: 100 }),
    status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed'),
    activities: fc.dictionary(
      fc.constantFrom('0', '1', '2', '5', '6'),
      fc.record({ answer: fc.constantFrom('a', 'b'), tries: fc.nat({ max: 4 }) }, { noNullPrototype: true }),
      { noNullPrototype: true },
    ),
    time: fc.nat({ max: 999 }),
    active: fc.nat({ max: 999 }),
    chapters: fc.dictionary(
      fc.constantFrom('0', '1'),
      fc.record(
        { score: fc.nat({ max: 100 }), status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed') },
        { noNullPrototype: true },
      ),
      { noNullPrototype: true },
    ),
  })
  .map((more) => state(more as Partial<LearnerState>));

describe('two states of one attempt', () => {
  test('an answer that only one of them knows is kept, whichever was saved last', () => {
    const reported = state({ counter: 4, activities: { 0: { answer: ['a'], tries: 1 } }, score: 20 });
    const copy = state({ counter: 6, activities: { 2: { answer: 'Farine', tries: 1 } }, time: 90 });
    const both = { 0: { answer: ['a'], tries: 1 }, 2: { answer: 'Farine', tries: 1 } };
    expect(joined(content, reported, copy)).toMatchObject({ counter: 6, activities: both, score: 20, time: 90 });
    expect(joined(content, { ...reported, counter: 8 }, copy)).toMatchObject({ counter: 8, activities: both });
  });

  test('if both have an answer, the one with more tries is kept, then that of the later save', () => {
    const one = (counter: number, answer: string, tries: number): LearnerState => state({ counter, activities: { 2: { answer, tries } } });
    expect(joined(content, one(3, 'Farine', 2), one(5, 'Sel', 1)).activities[2]?.answer).toBe('Farine');
    expect(joined(content, one(3, 'Farine', 1), one(5, 'Sel', 1)).activities[2]?.answer).toBe('Sel');
    // Of two saves with one number, the copy is the later one.
    expect(joined(content, one(5, 'Farine', 1), one(5, 'Sel', 1)).activities[2]?.answer).toBe('Sel');
  });

  test('a draft is kept if the later save does not have it', () => {
    const typed = state({ counter: 2, activities: { 2: { draft: 'Far', tries: 0 } } });
    expect(joined(content, state({ counter: 3 }), typed).activities).toEqual({ 2: { draft: 'Far', tries: 0 } });
  });

  test('a text that the later save had no room for is kept', () => {
    const full = state({ counter: 4, activities: { 2: { answer: 'Farine', tries: 1 } } });
    const short = state({ counter: 4, activities: { 2: { answer: null, tries: 1 } } });
    expect(joined(content, short, full).activities[2]?.answer).toBe('Farine');
    expect(joined(content, { ...short, counter: 9 }, full).activities[2]?.answer).toBe('Farine');
    // It was typed again since, or submitted once more.
    for (const later of [
      { answer: null, draft: 'Sel', tries: 1 },
      { answer: null, tries: 2 },
    ])
      expect(joined(content, full, state({ counter: 5, activities: { 2: later } })).activities[2]).toEqual(later);
  });

  test('answers of two rounds of a quiz do not mix', () => {
    const before = state({
      counter: 5,
      activities: { 5: { draft: { live: [6, 7], kept: [] }, tries: 1 }, 6: { answer: ['a'], tries: 1 } },
    });
    const after = state({ counter: 7, activities: { 5: { draft: { live: [7, 8], kept: [] }, tries: 1 } } });
    expect(joined(content, before, after).activities).toEqual(after.activities);
    expect(joined(content, after, before).activities).toEqual(after.activities);
  });

  test('the list of interactions stays as in the LMS', () => {
    const reported = state({ counter: 1, places: [[0, 0, 1]] });
    const copy = state({
      counter: 2,
      places: [
        [0, 0, 1],
        [2, 0, 2],
      ],
    });
    expect(joined(content, reported, copy).places).toEqual(reported.places);
  });

  test('nothing is lowered, and joining again changes nothing', () => {
    fc.assert(
      fc.property(anyState, anyState, fc.boolean(), (reported, one, isLater) => {
        // Only one save has a number.
        const copy = { ...one, counter: reported.counter + (isLater ? 1 : -1) };
        const both = joined(content, reported, copy);
        for (const one of [reported, copy]) {
          expect(both.score).toBeGreaterThanOrEqual(one.score ?? 0);
          expect(both.time).toBeGreaterThanOrEqual(one.time);
          expect(both.seen).toEqual(expect.arrayContaining([...one.seen]));
          for (const n of [0, 1, 2]) expect(both.activities[n]?.tries ?? -1).toBeGreaterThanOrEqual(one.activities[n]?.tries ?? -1);
        }
        expect(joined(content, both, copy)).toEqual(both);
        expect(joined(content, both, reported)).toEqual(both);
      }),
    );
  });
});

test('a quiz and its questions come from the later save, though the earlier one has more tries; others do not', () => {
  const entry = (answer: string, tries: number) => ({ answer, tries });
  const early = state({ counter: 1, activities: { 0: entry('e', 3), 5: entry('e', 3), 6: entry('e', 3), 7: entry('e', 3) } });
  const late = state({ counter: 2, activities: { 0: entry('l', 1), 5: entry('l', 1), 6: entry('l', 1) } });
  const { activities } = joined(content, early, late);
  expect([activities[0]?.answer, activities[5]?.answer, activities[6]?.answer, activities[7]]).toEqual(['e', 'l', 'l', undefined]);
});

test('pages seen in either are in the order of their numbers, and the longer times count', () => {
  const reported = state({ counter: 4, seen: [10, 2], time: 50, active: 40 });
  const copy = state({ counter: 6, seen: [1, 12], time: 20, active: 45 });
  expect(joined(content, reported, copy)).toMatchObject({ seen: [1, 2, 10, 12], time: 50, active: 45 });
  expect(joined(content, { ...reported, counter: 9 }, copy)).toMatchObject({ seen: [1, 2, 10, 12], time: 50, active: 45 });
});

test('each chapter has the best of both, even if only one of them knows it', () => {
  const reported = state({ counter: 4, chapters: { 0: { status: 'passed', score: 60 }, 1: { status: 'incomplete', score: 90 } } });
  const copy = state({ counter: 6, chapters: { 1: { status: 'completed', score: 20 }, 2: { status: 'failed' } } });
  const best = { 0: { status: 'passed', score: 60 }, 1: { status: 'completed', score: 90 }, 2: { status: 'failed' } };
  for (const counter of [4, 9]) expect(joined(content, { ...reported, counter }, copy).chapters).toEqual(best);
  const { chapters: _, ...alone } = copy;
  expect([joined(content, reported, alone).chapters, joined(content, alone, alone).chapters]).toEqual([reported.chapters, undefined]);
});
