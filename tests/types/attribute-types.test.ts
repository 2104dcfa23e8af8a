import { expect, it } from 'vitest';
import type { z } from 'zod';
import {
  address,
  blockAttributes,
  camelCase,
  commonAttributes,
  count,
  DOCUMENTS,
  decimal,
  FILMS,
  file,
  flag,
  hasMeta,
  list,
  PICTURES,
  pictogram,
  reference,
  references,
  SOUNDS,
  sentence,
  text,
  wanted,
  word,
} from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../helpers/attribute-examples.ts';

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
  expect([read(text('a'), '  Le quai '), read(text('a'), '  '), read(text('a'), 'x')]).toEqual(['Le quai', 'refused', 'x']);
  expect([read(sentence('a', 'a'), ' '), read(sentence('a', 'a'), ' x ')]).toEqual(['refused', 'x']);
  expect([read(word(['end', 'now'], 'end'), 'now'), read(word(['end', 'now'], 'end'), 'later')]).toEqual(['now', 'refused']);
});

it('reads lists without empty entries', () => {
  expect([read(list('a'), 'c4-5; c4-8 ;'), read(list('a'), ' ; ')]).toEqual([['c4-5', 'c4-8'], 'refused']);
});

it('accepts files of the named kinds, in any case', () => {
  const film = file('a', 'a', ['mp4', 'webm']);
  expect([read(film, 'a.MP4'), read(film, 'a.mp3'), read(film, 'mp4')]).toEqual(['a.MP4', 'refused', 'refused']);
});

it('refuses what only begins or ends like a number, and what is too long', () => {
  for (const value of ['x2', '2x', ' 2', '0000000002']) expect([value, read(count(2, 5, ''), value)]).toEqual([value, 'refused']);
  for (const value of ['x2', '2x', '1.2.3', true]) expect([value, read(decimal(''), value)]).toEqual([value, 'refused']);
  expect([read(count(0, 999_999_999, ''), '999999999'), read(count(0, 5, ''), '005')]).toEqual([999_999_999, 5]);
});

it('drops the spaces around names, addresses and files, and refuses what is empty', () => {
  const types = [pictogram('a', 'a'), address('a', 'a'), reference('a', 'a')];
  expect(types.map((type) => [read(type, ' four '), read(type, '  ')])).toEqual(types.map(() => ['four', 'refused']));
  expect([read(file('a', 'a', ['png']), ' four.png '), read(file('a', 'a', ['png']), 'four.png.txt')]).toEqual(['four.png', 'refused']);
  expect(read(references('a', 'a', 'words'), ' a ;b;')).toEqual(['a', 'b']);
});

it('has an example for each language, and what the build does with the value', () => {
  const [un, one] = ['un', 'one'] as const;
  const both = { example: un, english: one };
  const metas = [
    file(un, one, ['png']),
    address(un, one),
    pictogram(un, one),
    sentence(un, one),
    text(un, one),
    decimal(un, one),
    list(un, one),
  ];
  expect(metas.map((type) => type.meta())).toEqual([
    { ...both, asset: true },
    { ...both, address: true },
    { ...both, pictogram: true },
    { ...both, sentence: true },
    both,
    both,
    both,
  ]);
  const same = { example: un, english: un };
  expect([text(un), decimal(un), list(un)].map((type) => type.meta())).toEqual([same, same, same]);
  expect([flag(un), count(1, 2, un), word([un, one], un)].map((type) => type.meta())).toEqual([
    { example: un },
    { example: un },
    { example: un },
  ]);
  expect([reference(un, one), reference(un, one, 'answer'), references(un, one, 'levels')].map((type) => type.meta())).toEqual([
    { ...both, reference: 'any' },
    { ...both, reference: 'answer' },
    { ...both, reference: 'levels' },
  ]);
});

it('recognises a mark by its name only, through what wraps it', () => {
  const kinds = ['address', 'asset', 'pictogram', 'sentence'] as const;
  const types = [address('a', 'a'), file('a', 'a', ['png']), pictogram('a', 'a'), sentence('a', 'a')];
  expect(types.map((type) => kinds.filter((kind) => hasMeta(type.optional().default('x'), kind)))).toEqual(kinds.map((kind) => [kind]));
  expect([wanted(references('a', 'a', 'values').optional()), wanted(undefined)]).toEqual(['values', undefined]);
});

it('recognises what an attribute is, also if it is optional or has a default', () => {
  expect([
    hasMeta(file('a', 'a', ['png']).optional(), 'asset'),
    hasMeta(text('a'), 'asset'),
    hasMeta(address('a', 'a').optional(), 'address'),
    hasMeta(undefined, 'asset'),
  ]).toEqual([true, false, true, false]);
  expect([wanted(reference('a', 'a').optional()), wanted(references('a', 'a', 'words')), wanted(text('a'))]).toEqual([
    'any',
    'words',
    undefined,
  ]);
});

it('every activity may have points, tries, competencies and a title, within limits', () => {
  const common = (given: object): unknown => read(commonAttributes, given);
  expect([common({ points: '0' }), common({ points: '100' }), common({ points: '1,5' })]).toEqual([
    { points: 0 },
    { points: 100 },
    { points: 1.5 },
  ]);
  expect(['-1', '-0,01', '100,01', '101'].map((points) => common({ points }))).toEqual(new Array(4).fill('refused'));
  expect([common({ attempts: '1' }), common({ attempts: '99' }), common({ attempts: '0' }), common({ attempts: '100' })]).toEqual([
    { attempts: 1 },
    { attempts: 99 },
    'refused',
    'refused',
  ]);
  expect(common({ required: 'no', only: 'distance; remote', competency: 'c4-5', title: ' Un ' })).toEqual({
    required: false,
    only: ['distance', 'remote'],
    competency: ['c4-5'],
    title: 'Un',
  });
  expect(common({})).toEqual({});
  expect([
    [read(blockAttributes, { only: 'distance' }), read(blockAttributes, {})],
    uselessExamples({ attributes: commonAttributes }),
    uselessExamples({ attributes: blockAttributes }),
  ]).toEqual([[{ only: ['distance'] }, {}], [], []]);
});

it('writes keys as members', () => {
  expect(['min-words', 'a-b-c', 'plain'].map(camelCase)).toEqual(['minWords', 'aBC', 'plain']);
});

it('formats that a page can show are accepted in files', () => {
  const accepts = (kinds: readonly string[], name: string): boolean => read(file('a', 'a', kinds), name) === name;
  expect(['a.png', 'a.jpg', 'a.jpeg', 'a.gif', 'a.webp', 'a.avif', 'a.svg', 'a.tiff'].map((name) => accepts(PICTURES, name))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(['a.pdf', 'a.docx', 'a.odt', 'a.xlsx', 'a.ods', 'a.pptx', 'a.odp', 'a.doc'].map((name) => accepts(DOCUMENTS, name))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(['a.mp4', 'a.m4v', 'a.webm', 'a.mov'].map((name) => accepts(FILMS, name))).toEqual([true, true, true, false]);
  expect(['a.mp3', 'a.m4a', 'a.aac', 'a.wav', 'a.ogg', 'a.opus', 'a.webm', 'a.wma'].map((name) => accepts(SOUNDS, name))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});
