import { expect, test } from 'vitest';
import { compareParts } from '../../../build/versions/compare/parts.ts';
import type { VersionActivity } from '../../../build/versions/model.ts';
import type { Pattern } from '../../../src/model/record/interaction.ts';

/** An activity with a part for each word: its token, and its words. */
function activity(parts: Readonly<Record<string, string>>, more: object = {}): VersionActivity {
  const own = Object.entries(parts).map(([token, words]) => ({ token, words }));
  return { id: 'feu', n: 1, type: 'choice', origins: 'a1b2c3d4', parts: own, slots: [], ...more } as unknown as VersionActivity;
}

function changes(old: VersionActivity, now: VersionActivity): readonly unknown[] {
  const content = { activities: [now] } as never;
  const place = { session: { id: 's', title: 'S' } };
  return compareParts(old, now, content, place).map(({ kind, place: at, values }) => {
    expect(at.session).toBe(place.session);
    return [kind, at.part, values].filter((one) => one !== undefined);
  });
}

const three = { a: 'Le rouge', b: 'Le vert', c: 'Le bleu' };

test('the same parts have no changes; typography is none', () => {
  expect(changes(activity(three), activity(three))).toEqual([]);
  expect(changes(activity({ a: 'l’eau ‘vive’\u202f!' }), activity({ a: " l'eau  'vive'\u00a0! " }))).toEqual([]);
});

test('a new part is added', () => {
  expect(changes(activity({ a: 'Le rouge' }), activity({ a: 'Le rouge', b: 'Le vert' }))).toEqual([
    ['part-added', 'Le vert', { after: 'Le vert' }],
  ]);
});

test('a part that is gone is removed, or replaced by the one in its place', () => {
  expect(changes(activity(three), activity({ a: 'Le rouge', b: 'Le vert' }))).toEqual([['part-removed', 'Le bleu', { before: 'Le bleu' }]]);
  expect(changes(activity(three), activity({ a: 'Le rouge', d: 'Le noir', c: 'Le bleu' }))).toEqual([
    ['part-replaced', 'Le vert', { before: 'Le vert', after: 'Le noir' }],
  ]);
});

test('of the rest, as many new ones as old ones are replacements in their order', () => {
  expect(changes(activity({ a: 'Le rouge', b: 'Le vert' }), activity({ b: 'Le vert', d: 'Le noir' }))).toEqual([
    ['part-replaced', 'Le rouge', { before: 'Le rouge', after: 'Le noir' }],
  ]);
  expect(changes(activity({ a: 'Le rouge', b: 'Le vert' }), activity({ b: 'Le vert', c: 'Le bleu', d: 'Le noir' }))).toEqual([
    ['part-removed', 'Le rouge', { before: 'Le rouge' }],
    ['part-added', 'Le bleu', { after: 'Le bleu' }],
    ['part-added', 'Le noir', { after: 'Le noir' }],
  ]);
  // The one in its place first: the other then has its own.
  expect(
    changes(
      activity({ a: 'Un', b: 'Deux', c: 'Trois' }, { origins: 'a1b2c3d4e5' }),
      activity({ c: 'Trois', d: 'Quatre', e: 'Cinq' }, { origins: 'a1b2c3d4e5' }),
    ),
  ).toEqual([
    ['part-replaced', 'Un', { before: 'Un', after: 'Cinq' }],
    ['part-replaced', 'Deux', { before: 'Deux', after: 'Quatre' }],
  ]);
});

test('a part that the new lock never had is newer than the package', () => {
  const now = activity({ a: 'Le rouge', b: 'Le vert' }, { origins: 'a1b2' });
  expect(changes(activity(three), now)).toEqual([['part-newer', 'Le bleu']]);
  expect(changes(activity(three), { ...now, origins: 'a1b2c3' })).toEqual([['part-removed', 'Le bleu', { before: 'Le bleu' }]]);
  expect(changes(activity(three), { ...now, gone: ['c'] })).toEqual([['part-removed', 'Le bleu', { before: 'Le bleu' }]]);
  expect(changes(activity(three), { ...now, origins: '' })).toEqual([['part-removed', 'Le bleu', { before: 'Le bleu' }]]);
});

test('a question whose parts are all gone was rewritten: nothing else is reported', () => {
  expect(changes(activity({ a: 'Un', b: 'Deux' }), activity({ c: 'Trois', d: 'Quatre' }, { gone: ['a', 'b'] }))).toEqual([
    ['question-rewritten'],
  ]);
  expect(changes(activity({ a: 'Un', b: 'Deux' }), activity({ a: 'Un', c: 'Trois' }, { gone: ['b'] }))).toEqual([
    ['part-replaced', 'Deux', { before: 'Deux', after: 'Trois' }],
  ]);
});

test('a part with other words is reworded; with another origin it is another one', () => {
  expect(changes(activity(three), activity({ ...three, b: 'Le vert clair' }))).toEqual([
    ['part-reworded', 'Le vert clair', { before: 'Le vert', after: 'Le vert clair' }],
  ]);
  expect(changes(activity(three), activity({ ...three, b: 'Le noir' }, { origins: 'a1x9c3d4' }))).toEqual([
    ['part-other', 'Le noir', { before: 'Le vert', after: 'Le noir' }],
  ]);
});

test('without origins a common word makes it the same part', () => {
  const kinds = (before: string, after: string): readonly unknown[] =>
    changes(activity({ a: before }, { origins: '' }), activity({ a: after })).map((one) => (one as unknown[])[0]);
  expect([kinds('Le rouge', 'LE vert'), kinds('Été 2', 'l’été')]).toEqual([['part-reworded'], ['part-reworded']]);
  expect([kinds('Le rouge', 'Un bleu'), kinds('…', '… !')]).toEqual([['part-other'], ['part-other']]);
});

test('parts in another order, whatever was added or removed', () => {
  expect(changes(activity(three), activity({ b: 'Le vert', a: 'Le rouge', c: 'Le bleu' }))).toEqual([['parts-reordered']]);
  expect(changes(activity(three), activity({ c: 'Le bleu', a: 'Le rouge' }))).toEqual([
    ['part-removed', 'Le vert', { before: 'Le vert' }],
    ['parts-reordered'],
  ]);
});

const slot = (right: readonly Pattern[], part?: string) => ({ right, text: '', ...(part !== undefined && { part }) });
const keyed = (parts: Readonly<Record<string, string>>, ...slots: readonly object[]): VersionActivity => activity(parts, { slots });

test.each<[string, Pattern, Pattern, boolean]>([
  ['a choice', { type: 'choice', tokens: ['a'] }, { type: 'choice', tokens: ['b'] }, true],
  ['a choice in another order', { type: 'choice', tokens: ['a', 'b'] }, { type: 'choice', tokens: ['b', 'a'] }, false],
  ['a choice with a part that is gone', { type: 'choice', tokens: ['a', 'z'] }, { type: 'choice', tokens: ['a'] }, false],
  ['a sequence in another order', { type: 'sequencing', tokens: ['a', 'b'] }, { type: 'sequencing', tokens: ['b', 'a'] }, true],
  [
    'a sequence without a part that is gone',
    { type: 'sequencing', tokens: ['a', 'z', 'b'] },
    { type: 'sequencing', tokens: ['a', 'b'] },
    false,
  ],
  [
    'pairs in another order',
    {
      type: 'matching',
      pairs: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    },
    {
      type: 'matching',
      pairs: [
        ['b', 'a'],
        ['a', 'b'],
      ],
    },
    false,
  ],
  ['another pair', { type: 'matching', pairs: [['a', 'b']] }, { type: 'matching', pairs: [['a', 'c']] }, true],
  [
    'a pair with a part that is gone',
    {
      type: 'matching',
      pairs: [
        ['a', 'b'],
        ['c', 'z'],
      ],
    },
    { type: 'matching', pairs: [['a', 'b']] },
    false,
  ],
  [
    'steps in another order',
    {
      type: 'performance',
      steps: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    {
      type: 'performance',
      steps: [
        ['b', '2'],
        ['a', '1'],
      ],
    },
    false,
  ],
  ['another value of a step', { type: 'performance', steps: [['a', '1']] }, { type: 'performance', steps: [['a', '2']] }, true],
  [
    'a step of a part that is gone',
    {
      type: 'performance',
      steps: [
        ['a', '1'],
        ['z', '2'],
      ],
    },
    { type: 'performance', steps: [['a', '1']] },
    false,
  ],
] as never)('the key of %s', (_, before, after, isChanged) => {
  expect(changes(keyed(three, slot([before])), keyed(three, slot([after])))).toEqual(isChanged ? [['key-changed']] : []);
});

test('other patterns are compared as they are', () => {
  const numeric = (min: number) => slot([{ type: 'numeric', min, max: 3 } as never]);
  expect(changes(keyed(three, numeric(1)), keyed(three, numeric(1)))).toEqual([]);
  expect(changes(keyed(three, numeric(1)), keyed(three, numeric(2)))).toEqual([['key-changed']]);
});

test('slots without a key, and those of parts that only one version has, don’t count', () => {
  const right = slot([{ type: 'choice', tokens: ['a'] }], 'a');
  expect(changes(keyed(three, right), keyed(three, right, slot([])))).toEqual([]);
  expect(changes(keyed(three, right), keyed(three, right, slot([{ type: 'choice', tokens: [] }], 'z')))).toEqual([]);
  expect(changes(keyed(three, right), keyed(three, slot([{ type: 'choice', tokens: ['a'] }], 'b')))).toEqual([['key-changed']]);
});

test('a changed key says more than another order', () => {
  const old = keyed(three, slot([{ type: 'sequencing', tokens: ['a', 'b', 'c'] }]));
  const now = keyed({ b: 'Le vert', a: 'Le rouge', c: 'Le bleu' }, slot([{ type: 'sequencing', tokens: ['b', 'a', 'c'] }]));
  expect(changes(old, now)).toEqual([['key-changed']]);
});
