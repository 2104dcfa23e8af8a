import { describe, expect, test } from 'vitest';
import {
  fewOfEach,
  itemsOf,
  launchSentences,
  playedAbout,
  type ShownFinding,
  shortened,
  sizeText,
} from '../../../build/verify/page/shown.ts';
import type { FindingJson, LaunchJson, VerdictJson } from '../../../build/verify/result-schema.ts';
import type { VerifyStrings } from '../../../build/verify/strings.ts';

const strings = {
  lang: 'fr',
  format: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
} as unknown as VerifyStrings;

test('texts of more than 80 characters are shortened', () => {
  expect([shortened('a'.repeat(80)), shortened('a'.repeat(81))]).toEqual(['a'.repeat(80), `${'a'.repeat(80)}…`]);
});

test.each([
  [512, '0,5 unit.kb'],
  [1024 * 9.96, '10 unit.kb'],
  [1024 * 9.84, '9,8 unit.kb'],
  [1024 * 12.4, '12 unit.kb'],
  [1024 * 1024 - 1, '1 024 unit.kb'],
  [1024 * 1024, '1 unit.mb'],
  [1024 * 1024 * 3.26, '3,3 unit.mb'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes, strings).replace(/[\u202f\u00a0]/g, ' ')).toBe(`size ${text}`);
});

test('a number is written as its language does', () => {
  expect([512, 1024 * 1024 - 1].map((bytes) => sizeText(bytes, { ...strings, lang: 'en' } as VerifyStrings))).toEqual([
    'size 0.5 unit.kb',
    'size 1,024 unit.kb',
  ]);
});

describe('findings', () => {
  const finding = (rule: string, items: readonly string[] = [], problem = ''): FindingJson =>
    ({ rule, items, problem }) as unknown as FindingJson;
  const shown = (items: readonly string[], more: Partial<ShownFinding> = {}): ShownFinding =>
    ({ ...finding('a', items), others: 0, ...more }) as ShownFinding;

  test('are ten of each rule, and the tenth counts the others', () => {
    const many = [...Array.from({ length: 12 }, () => finding('a')), finding('b'), ...Array.from({ length: 10 }, () => finding('c'))];
    const kept = fewOfEach(many);
    expect(kept.map(({ rule }) => rule).join('')).toBe('aaaaaaaaaabcccccccccc');
    expect(kept.map(({ others }) => others)).toEqual([...Array(9).fill(0), 2, ...Array(11).fill(0)]);
  });

  test('show some of their names, and count the rest', () => {
    expect(itemsOf(shown(['a', 'b', 'c']), 2, strings)).toEqual({ shown: ['a', 'b'], more: 'more 1' });
    expect(itemsOf(shown(['a', 'b']), 2, strings)).toEqual({ shown: ['a', 'b'], more: '' });
    expect(itemsOf(shown(['a'], { others: 4 }), 2, strings)).toEqual({ shown: ['a'], more: 'more 4' });
  });

  test('don’t show the only name that their sentence has', () => {
    expect(itemsOf(shown(['a.js'], { problem: 'Il manque a.js.' }), 2, strings)).toEqual({ shown: [], more: '' });
    expect(itemsOf(shown(['a.js', 'b.js'], { problem: 'Il manque a.js.' }), 2, strings).shown).toEqual(['a.js', 'b.js']);
    expect(itemsOf(shown(['b.js'], { problem: 'Il manque a.js.' }), 2, strings).shown).toEqual(['b.js']);
  });

  test('of a schema have their line', () => {
    expect(itemsOf(shown(['12: bad\nnode', 'x 3: y', '4:z']), 5, strings).shown).toEqual(['schemaLine 12 bad\nnode', 'x 3: y', '4:z']);
  });
});

describe('a page that was played', () => {
  const launch = (more: Partial<LaunchJson>): LaunchJson =>
    ({ title: 'Un', isSco: true, written: [], lost: [], elsewhere: [], ...more }) as unknown as LaunchJson;
  const written = (...elements: readonly string[]) =>
    elements.map((element) => ({ element, closing: false })) as unknown as LaunchJson['written'];

  test('that isn’t tracked and writes nothing is only opened', () => {
    expect(launchSentences(launch({ isSco: false }), strings)).toEqual(['played.asset Un']);
    expect(launchSentences(launch({ isSco: false, written: written('cmi.a') }), strings)[0]).toBe('played.opens Un 1 cmi.a');
  });

  test('that writes nothing at first', () => {
    expect(launchSentences(launch({}), strings)).toEqual(['played.opens.none Un', 'played.inside']);
    const closing = [{ element: 'cmi.a', closing: true }] as unknown as LaunchJson['written'];
    expect(launchSentences(launch({ written: closing }), strings)).toEqual(['played.opens.none Un', 'played.keeps', 'played.inside']);
  });

  test('that loses something, or asks other sites', () => {
    const sentences = launchSentences(launch({ written: written('cmi.a'), lost: ['cmi.b', 'cmi.c'], elsewhere: ['https://x'] }), strings);
    expect(sentences).toEqual(['played.opens Un 1 cmi.a', 'played.loses Un 2 cmi.b, cmi.c']);
  });

  test('names five elements, those of questions and objectives last', () => {
    const elements = written('cmi.interactions.0.id', 'cmi.objectives.0.id', 'cmi.a', 'cmi.b', 'cmi.c', 'cmi.d');
    expect(launchSentences(launch({ written: elements }), strings)[0]).toBe(
      'played.opens Un 6 cmi.a, cmi.b, cmi.c, cmi.d, cmi.interactions.0.id, more 1',
    );
  });
});

test('five elements are named without a rest', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((element) => ({ element, closing: false }));
  const launch = { title: 'Un', isSco: true, written: five, lost: [], elsewhere: ['x'] } as unknown as LaunchJson;
  expect(launchSentences(launch, strings)).toEqual(['played.opens Un 5 a, b, c, d, e', 'played.keeps']);
});

test('why nothing was played', () => {
  const about = (why: string): string => playedAbout({ played: { why } } as VerdictJson, strings);
  expect([about(''), about('pas de navigateur')]).toEqual(['played.about', 'played.none pas de navigateur']);
});
