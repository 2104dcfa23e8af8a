import { expect, it } from 'vitest';
import type { z } from 'zod';
import {
  address,
  count,
  decimal,
  file,
  flag,
  list,
  reference,
  references,
  says,
  sentence,
  text,
  wanted,
  word,
} from '../../build/types/attribute-types.ts';

/** The value that is read, 'refused' if there is none. */
const read = (type: z.ZodType, value: unknown): unknown => {
  const { success, data } = type.safeParse(value);
  return success ? data : 'refused';
};

it('reads a bare key and the words for yes and no, in both languages', () => {
  expect([true, 'yes', 'oui', 'no', 'non', 'true'].map((value) => read(flag('shuffle'), value))).toEqual([
    true,
    true,
    true,
    false,
    false,
    'refused',
  ]);
});

it('reads whole numbers between two bounds, both included', () => {
  expect(['2', '5', '1', '6', '2.5', '-3', 'x', true].map((value) => read(count(2, 5, ''), value))).toEqual([
    2,
    5,
    ...new Array(6).fill('refused'),
  ]);
});

it('reads decimals with a comma or a point', () => {
  expect(['12,5', '12.5', '-3', '+4', '1e3', '12,', ''].map((value) => read(decimal(''), value))).toEqual([
    12.5,
    12.5,
    -3,
    4,
    'refused',
    'refused',
    'refused',
  ]);
});

it('refuses texts of spaces, and unknown words', () => {
  expect([read(text('a'), '  Le quai '), read(text('a'), '  '), read(sentence('a', 'a'), ' ')]).toEqual(['Le quai', 'refused', 'refused']);
  expect([read(word(['end', 'now'], 'end'), 'now'), read(word(['end', 'now'], 'end'), 'later')]).toEqual(['now', 'refused']);
});

it('reads lists without empty entries', () => {
  expect([read(list('a'), 'c4-5; c4-8 ;'), read(list('a'), ' ; ')]).toEqual([['c4-5', 'c4-8'], 'refused']);
});

it('accepts files of the named kinds, in any case', () => {
  const film = file('a', 'a', ['mp4', 'webm']);
  expect([read(film, 'a.MP4'), read(film, 'a.mp3'), read(film, 'mp4')]).toEqual(['a.MP4', 'refused', 'refused']);
});

it('recognises what an attribute is, also if it is optional or has a default', () => {
  expect([
    says(file('a', 'a', ['png']).optional(), 'asset'),
    says(text('a'), 'asset'),
    says(address('a', 'a').optional(), 'address'),
    says(undefined, 'asset'),
  ]).toEqual([true, false, true, false]);
  expect([wanted(reference('a', 'a').optional()), wanted(references('a', 'a', 'words')), wanted(text('a'))]).toEqual([
    'any',
    'words',
    undefined,
  ]);
});
