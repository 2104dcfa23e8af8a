import { expect, test } from 'vitest';
import { reportStrings } from '../../build/results/strings.ts';

const [fr, en] = [reportStrings('fr'), reportStrings('en')];

test('moments in the words of a language; what could not be read stays', () => {
  expect([fr.moment('2026-11-28T00:45'), fr.moment('2026-01-05')]).toEqual(['28 nov. 2026, 0\u00a0h\u00a045', '5 janv. 2026']);
  expect([en.moment('2026-11-28T09:05'), en.moment('2026-01-05')]).toEqual(['28 Nov 2026, 09:05', '5 Jan 2026']);
  expect(['', 'hier', 'le 2026-01-05'].map(fr.moment)).toEqual(['', 'hier', 'le 2026-01-05']);
});

test('durations in minutes, at least one, then in hours', () => {
  const of = (seconds: number) => fr.duration(seconds);
  expect([of(0), of(89), of(90), of(59 * 60)]).toEqual([
    fr.format('minutes', { n: 1 }),
    fr.format('minutes', { n: 1 }),
    fr.format('minutes', { n: 2 }),
    fr.format('minutes', { n: 59 }),
  ]);
  expect([of(3600), of(3600 * 2 + 5 * 60)]).toEqual([fr.format('hours', { h: 1, m: '00' }), fr.format('hours', { h: 2, m: '05' })]);
});

test('percentages are whole', () => {
  expect([fr.percent(66.67), fr.percent(66.4)]).toEqual([fr.format('percent', { n: '67' }), fr.format('percent', { n: '66' })]);
  expect(fr.percent(5)).toContain('5');
});

test('sentences about one, and in French about none, are singular', () => {
  const isOne = (strings: typeof fr, n: number) =>
    strings.format('bilan.done', { n }) !== strings.format('bilan.done', { n: 9 }).replaceAll('9', String(n));
  expect(fr.format('remind.title', { n: 1 })).not.toBe(fr.format('remind.title', { n: 2 }));
  expect(isOne(en, 2)).toBe(false);
  expect([0, 1, 2].map((n) => fr.format('words', { n }))).toEqual(['0 mot', '1 mot', '2 mots']);
  expect([0, 1, 2].map((n) => en.format('words', { n }))).toEqual(['0 words', '1 word', '2 words']);
});

test('unknown keys and values stay; numbers have words', () => {
  expect(fr.format('nothing' as 'percent')).toBe('nothing');
  expect(fr.format('percent')).toContain('{n}');
  expect([fr.format('remind.title', { n: 2 }), en.format('remind.title', { n: 99 })]).toEqual([
    'Deux personnes à relancer',
    '99 people to remind',
  ]);
});

test('templates have all sentences, with `_` for points', () => {
  expect(Object.keys(fr.texts).some((key) => key.includes('.'))).toBe(false);
  expect([fr.texts.fact_course, Object.keys(en.texts).length]).toEqual([fr.format('fact.course'), Object.keys(fr.texts).length]);
});
