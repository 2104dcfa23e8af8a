import { expect, test } from 'vitest';
import { hashOf, SEAL, sealOf } from '../../../src/model/state/seal.ts';

// Saved states in LMSs have these seals: another value would make them unreadable.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the FNV-1a hash of %j', (text, hash) => {
  expect(hashOf(text)).toBe(hash);
});

test('a seal has five characters, of the upper 24 bits', () => {
  expect(sealOf('a')).toBe((0xe40c29).toString(36));
  const seals = Array.from({ length: 500 }, (_, n) => sealOf(`pain ${n}`));
  expect(seals.filter((seal) => seal.length !== SEAL || !/^[\da-z]+$/.test(seal))).toEqual([]);
  expect(seals.some((seal) => seal.startsWith('0'))).toBe(true);
  expect(new Set(seals).size).toBe(500);
});
