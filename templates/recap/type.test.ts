import { expect, test, vi } from 'vitest';
import { wanted } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('it repeats words, and compares scales', () => {
  const { words, 'before-after': scales } = definition.attributes.shape;
  expect([wanted(words), wanted(scales)]).toEqual(['words', 'levels']);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { 'max-characters': 200, 'seen-by': 'trainer' }],
  [
    { proof: 'oui', certificate: 'oui' },
    { proof: true, certificate: true, 'max-characters': 200, 'seen-by': 'trainer' },
  ],
  [{ 'max-characters': '40' }, { 'max-characters': 40, 'seen-by': 'trainer' }],
  [
    { 'max-characters': '1000', 'seen-by': 'me' },
    { 'max-characters': 1000, 'seen-by': 'me' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test('a recap has a button only if it asks for proofs', () => {
  expect(
    [{ proof: true }, { proof: false }, {}].map(
      (options) => typeof definition.button === 'function' && definition.button(options as never),
    ),
  ).toEqual([true, false, false]);
});

test.each([
  [['a'], [['before-after-odd', { has: 1 }]]],
  [['a', 'b'], []],
  [['a', 'b', 'c'], [['before-after-odd', { has: 3 }]]],
  [undefined, []],
])('scales %j are compared in pairs', (beforeAfter, found) => {
  const error = vi.fn();
  definition.check?.({ beforeAfter } as never, { error } as never);
  expect(error.mock.calls).toEqual(found);
});

test('each pair of scales keeps its place and its fields; a scale without a second one is left out', () => {
  const linked = (beforeAfter: readonly string[]): unknown =>
    definition.link?.(
      { beforeAfter, proof: true, maxCharacters: 40 } as never,
      {
        named: (name: string) => ({ options: { again: `fournil/${name.replace('2', '1')}`, items: [{ text: name }] } }) as never,
        part: ({ text }: { text: string }) => text,
        error: expect.unreachable,
      } as never,
    );
  const pairs = [
    { before: 'a1', after: 'a2' },
    { before: 'b1', after: 'b2' },
  ];
  const fields = pairs.map(({ after }, pair) => ({ token: after, pair, text: after, maxCharacters: 40 }));
  expect(linked(['a1', 'a2', 'b1', 'b2', 'c1'])).toEqual({ pairs, fields });
  expect(linked(['a1'])).toEqual({});
});

test('a pair whose scales do not belong together is reported with both; one without its first scale is left out', () => {
  const error = vi.fn();
  const linked = (beforeAfter: readonly string[], scales: Readonly<Record<string, object>>): unknown =>
    definition.link?.({ beforeAfter, maxCharacters: 40 } as never, { named: (name: string) => scales[name], error } as never);
  const scales = { a: { options: {} }, b: { options: { again: 'c' } }, d: { options: { again: 'b' } } };
  expect([linked(['a', 'b', 'b', 'd'], scales), linked(['c', 'b'], scales)]).toEqual([{ pairs: [{ before: 'b', after: 'd' }] }, {}]);
  expect(linked(['c', 'b', 'b', 'd'], scales)).toEqual({ pairs: [{ before: 'b', after: 'd' }] });
  expect(error.mock.calls).toEqual([['before-after-apart', { before: 'a', after: 'b' }]]);
});

test('a proof names its pair among those that are shown, and scales may stand in other modules', () => {
  const scales: Readonly<Record<string, object>> = {
    'nuit/a': { options: { items: [{ text: 'Avant' }] } },
    'matin/b': { options: { again: 'a', items: [{ text: 'Pétrir' }, { text: 'Cuire' }] } },
    c: { options: { again: 'nuit/c/a', items: [{ text: 'Vendre' }] } },
  };
  const linked = definition.link?.(
    { beforeAfter: ['gone', 'matin/b', 'nuit/a', 'matin/b', 'nuit/a', 'c'], proof: true, maxCharacters: 50 } as never,
    { named: (name: string) => scales[name], part: ({ text }: { text: string }) => `t-${text}` } as never,
  );
  const field = (text: string, pair: number) => ({ token: `t-${text}`, pair, text, maxCharacters: 50 });
  expect(linked).toEqual({
    pairs: ['matin/b', 'c'].map((after) => ({ before: 'nuit/a', after })),
    fields: [field('Pétrir', 0), field('Cuire', 0), field('Vendre', 1)],
  });
});

test('the line of a proof is kept apart from the same one of another scale', () => {
  const part = vi.fn(() => 'x');
  const named = () => ({ options: { again: 'a', items: [{ text: 'Pétrir' }] } });
  definition.link?.({ beforeAfter: ['a', 'b'], proof: true, maxCharacters: 40 } as never, { named, part } as never);
  expect(part.mock.calls).toEqual([[{ text: 'Pétrir', key: 'b' }]]);
});

test('what is written is seen by the trainer or by oneself', () => {
  const seenBy = definition.attributes.shape['seen-by'];
  expect(['trainer', 'me', 'all'].map((value) => seenBy.safeParse(value).data)).toEqual(['trainer', 'me', undefined]);
});

test.each<[object]>([[{ 'max-characters': '39' }], [{ 'max-characters': '1001' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});
