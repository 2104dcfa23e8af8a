import { expect, test } from 'vitest';
import { sameBytes } from '../../build/model/same-bytes.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.of(...values);

test('content decides, not the array', () => {
  expect([sameBytes(bytes(1, 2), bytes(1, 2)), sameBytes(bytes(), bytes())]).toEqual([true, true]);
  const one = bytes(7);
  expect(sameBytes(one, one)).toBe(true);
});

test.each([
  ['the first byte', bytes(1, 2, 3), bytes(0, 2, 3)],
  ['the last byte', bytes(1, 2, 3), bytes(1, 2, 4)],
  ['a byte more', bytes(1, 2), bytes(1, 2, 0)],
  ['a byte less', bytes(1, 2), bytes(1)],
  ['nothing beside something', bytes(), bytes(0)],
])('%s makes a difference', (_, one, other) => expect(sameBytes(one, other)).toBe(false));
