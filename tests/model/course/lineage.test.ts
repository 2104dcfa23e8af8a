import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '../../../src/model/course/lineage.ts';

test('an origin is two characters accepted by LMSs, always the same for a text', () => {
  expect(['', 'le patin', 'la cloche', 'été — « oui »'].map(originOf)).toMatchInlineSnapshot(`
    [
      "gR",
      "i3",
      "_v",
      "9p",
    ]
  `);
  fc.assert(fc.property(fc.string(), (text) => /^[\w-]{2}$/.test(originOf(text))));
});

test('texts that differ in their last letter have other origins', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
  expect(new Set(letters.map((letter) => originOf(`rame ${letter}`))).size).toBe(letters.length);
});
