import { describe, expect, test } from 'vitest';
import { checkOf } from '../../../src/model/state/check.ts';
import { decodeState, encodeState } from '../../../src/model/state/codec.ts';
import { fittedState } from '../../../src/model/state/fitted.ts';
import { withChecks } from '../../../src/model/state/saved-text.ts';
import { type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery } from '../../helpers/bakery.ts';
import { noise } from '../../helpers/noise.ts';

const fields = [{ maxCharacters: 2000 }];
const note = (n: number, id: string, seenBy: 'trainer' | 'me' = 'trainer') => activity(n, id, 'note', { options: { fields }, seenBy });
const content = bakery({ activities: [activity(0, 'levain', 'pick'), note(1, 'court'), note(2, 'long'), note(3, 'carnet', 'me')] });

const state: LearnerState = {
  ...newState('brioche1'),
  activities: {
    0: { answer: ['a'], tries: 1 },
    1: { answer: noise(400, 1), tries: 1 },
    2: { answer: noise(900, 2), tries: 2 },
    3: { answer: noise(1200, 3), draft: noise(1000, 4), tries: 1 },
  },
};

const lengthOf = (one: LearnerState): number => encodeState(one, content).length;

function without(limit: number): { readonly left: readonly number[]; readonly kept: LearnerState | null; readonly length: number } {
  const { text, without: left } = fittedState(content, state, limit);
  return { left, kept: decodeState(text, content), length: text.length };
}

describe('a saved state that must fit', () => {
  test('is complete if there is room', () => {
    expect(without(lengthOf(state))).toEqual({ left: [], kept: state, length: lengthOf(state) });
  });

  test('gives up first the longest text that the trainer has been sent, whole, and stays submitted', () => {
    const { left, kept, length } = without(lengthOf(state) - 1);
    expect(left).toEqual([2]);
    expect(kept).toEqual({ ...state, activities: { ...state.activities, 2: { answer: null, tries: 2 } } });
    expect(length).toBeLessThan(lengthOf(state));
  });

  test('drops no more than necessary', () => {
    const { length } = without(lengthOf(state) - 1);
    expect(without(length)).toMatchObject({ left: [2], length });
    expect(without(length - 1).left).toEqual([2, 1]);
  });

  test('then the other texts of the trainer, then those of the notebook, then what was never submitted', () => {
    const limits = Array.from({ length: 40 }, (_, step) => Math.ceil((lengthOf(state) * (40 - step)) / 40));
    expect([...new Set(limits.map((limit) => without(limit).left.join()))]).toEqual(['', '2', '2,1', '2,1,3', '2,1,3,3']);
  });

  test('gives up its checks before any text, and no sooner than it must', () => {
    const checked = encodeState(withChecks(content, state), content);
    expect(fittedState(content, state, checked.length)).toEqual({ text: checked, own: checked, without: [], left: [] });
    expect(without(checked.length - 1)).toEqual({ left: [], kept: state, length: lengthOf(state) });
  });

  test('gives up the longest text of each kind first', () => {
    const two = bakery({ activities: [note(1, 'a'), note(2, 'b'), note(3, 'c', 'me'), note(4, 'd', 'me')] });
    const activities = Object.fromEntries([1, 2, 3, 4].map((n) => [n, { answer: noise(100 * n, n), draft: noise(50 * n, n), tries: 1 }]));
    expect(fittedState(two, { ...state, activities }, 0).without).toEqual([2, 1, 4, 3, 4, 3, 2, 1]);
    const falling = Object.fromEntries([1, 2, 3, 4].map((n) => [n, { answer: noise(500 - 100 * n, n), tries: 1 }]));
    expect(fittedState(two, { ...state, activities: falling }, 0).without).toEqual([1, 2, 3, 4]);
    // What has no text any more is not given up again.
    const gone = { ...falling, 2: { answer: null, tries: 1 }, 3: { answer: null, draft: 'x', tries: 1 } };
    expect(fittedState(two, { ...state, activities: gone }, 0).without).toEqual([1, 4, 3]);
  });

  test('keeps the check of an activity that had another type: it is that of what is left', () => {
    const retyped = { ...note(2, 'long'), was: ['pick'] };
    const module = bakery({ activities: [note(1, 'court'), retyped] });
    const left = decodeState(fittedState(module, state, 0).text, module)?.activities;
    const entry = { answer: null, tries: 2 };
    expect([left?.[1], left?.[2]]).toEqual([
      { answer: null, tries: 1 },
      { ...entry, check: checkOf(retyped, entry) },
    ]);
  });

  test('makes that check anew, without the parts that an answer named', () => {
    const retyped = { ...note(2, 'long'), was: ['pick'], origins: 'A1B1' };
    const module = bakery({ activities: [retyped] });
    const named = { ...state, activities: { 2: { answer: { a: noise(900, 2) }, tries: 2 } } };
    const left = decodeState(fittedState(module, named, 0).text, module)?.activities[2];
    expect([left?.answer, left?.check]).toEqual([null, checkOf(retyped, { answer: null, tries: 2 })]);
    expect(left?.check).not.toBe(checkOf(retyped, named.activities[2]));
  });

  test('keeps a text of another version that just fits behind it, with the sign between them, and no longer one', () => {
    const own = lengthOf(state);
    const kept = (room: number): number => fittedState(content, state, own + room, ['x'.repeat(10)]).left.length;
    expect([kept(10), kept(11)]).toEqual([1, 0]);
    for (const room of [10, 11])
      expect(fittedState(content, state, own + room, ['x'.repeat(10)]).text.length).toBeLessThanOrEqual(own + room);
  });

  test('counts the sign before each text', () => {
    const own = fittedState(content, state, 64_000).own.length;
    const left = (room: number): number => fittedState(content, state, own + room, ['x'.repeat(10), 'y'.repeat(10)]).left.length;
    expect([21, 22].map(left)).toEqual([1, 0]);
  });

  test('keeps texts of other versions in their order, and reports in theirs those that are too long', () => {
    const own = fittedState(content, state, 64_000).own.length;
    const texts = ['3aaaa', `3${'b'.repeat(90)}`, '3cc', `3${'d'.repeat(80)}`];
    const { text, own: first, left, without: dropped } = fittedState(content, state, own + 20, texts);
    expect([text, first.length, left, dropped]).toEqual([`${first}.3aaaa.3cc`, own, [texts[1], texts[3]], []]);
  });

  test('keeps the tries and short answers, however little room there is', () => {
    expect(without(0).kept?.activities).toEqual({
      0: { answer: ['a'], tries: 1 },
      1: { answer: null, tries: 1 },
      2: { answer: null, tries: 2 },
      3: { answer: null, tries: 1 },
    });
  });
});
