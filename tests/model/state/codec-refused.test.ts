import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/course/activity.ts';
import { toBase64url } from '../../../src/model/state/base64url.ts';
import { decodeState, encodeState } from '../../../src/model/state/codec.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { newState } from '../../../src/model/state/state.ts';
import { putValue } from '../../../src/model/state/values.ts';
import { owner } from '../../helpers/saved-state.ts';

/** Reads columns as if a state of the current version had been written with them. */
function read(...columns: readonly Answer[]) {
  const bytes: number[] = [];
  putValue(bytes, columns);
  const body = `tests${toBase64url(deflateSync(Uint8Array.from(bytes)))}`;
  return decodeState(`2${sealOf(`2nuit${body}`)}${body}`, owner());
}

/** Two activities, the second with a check, and two places. */
const GOOD: readonly Answer[] = ['ab', 'r', 1, 0, 3, 50, 7, 5, [2, 2], [0, 4], [9, 8], ['a'], '\0\0\u0001\u0002', [0, 4], [0, 2], [2, 0]];
const having = (changes: Readonly<Record<number, Answer>>): readonly Answer[] => GOOD.map((value, column) => changes[column] ?? value);

describe('columns', () => {
  test('hold a whole state', () => {
    expect(read(...GOOD)).toEqual({
      attempt: 'ab',
      revision: 'r',
      counter: 1,
      page: 0,
      status: 'passed',
      score: 50,
      time: 7,
      active: 5,
      seen: [1, 2],
      activities: { 0: { tries: 1, answer: 'a' }, 2: { tries: 1, check: 130 } },
      places: [
        [0, 0, 1],
        [2, 1, 1],
      ],
    });
  });

  test.each<[string, Readonly<Record<number, Answer>>]>([
    ['a status that is none', { 4: 4 }],
    ['a page before the first', { 8: [1] }],
    ['an activity before the first', { 9: [1, 4] }],
    ['a place before the first', { 13: [1, 4] }],
    ['half a number', { 8: [1.5, 2] }],
    ['fewer values than are named', { 11: [] }],
    ['more values than are named', { 11: ['a', 'b'] }],
    ['fewer heads than activities', { 10: [9] }],
    ['a check too few', { 12: '\0\u0001' }],
    ['a check too many', { 12: '\0\0\u0001\u0002\0\0' }],
    ['no text of checks', { 12: 3 }],
    ['fewer parts than places', { 14: [0] }],
    ['fewer pieces than places', { 15: [2] }],
    ['a time without end', { 6: 2 ** 49 }],
    ['a time of work without end', { 7: 2 ** 49 }],
    ['no list of seen pages', { 8: 'ab' }],
  ])('with %s are refused', (_, changes) => {
    expect(read(...having(changes))).toBeNull();
  });

  test('that end too early are refused', () => {
    expect(read(...GOOD.slice(0, 10), [8, 8])).toBeNull();
    for (let length = 0; length < GOOD.length; length++) {
      if (length !== 13) expect(read(...GOOD.slice(0, length)), `${length}`).toBeNull();
    }
    // Without its places a state is whole.
    expect(read(...GOOD.slice(0, 13))?.places).toEqual([]);
  });

  test('may have times with fractions, the longest included', () => {
    expect([read(...having({ 6: 7.5, 7: 5.25 }))?.time, read(...having({ 6: 7.5, 7: 5.25 }))?.active]).toEqual([7.5, 5.25]);
    expect(read(...having({ 6: 2 ** 49 - 1 }))?.time).toBe(2 ** 49 - 1);
  });
});

test('a state of hundreds of kilobytes is read back', () => {
  const state = { ...newState('long'), activities: { 0: { tries: 1, answer: 'le pain '.repeat(50_000) } } };
  expect(decodeState(encodeState(state, owner()), owner())).toEqual(state);
});
