import { expect, it } from 'vitest';
import { slug } from '../../build/model/slug.ts';

it('makes an id of letters, digits and hyphens', () => {
  expect([slug('L’Été à l’œuvre !', 'x'), slug('12 — Quai n° 3', 'x'), slug('  –  ', 'page'), slug('co\u00adop', 'x')]).toEqual([
    'l-ete-a-l-oeuvre',
    'quai-n-3',
    'page',
    'coop',
  ]);
  expect(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'].map((sign) => slug(`co${sign}op`, 'x'))).toEqual(Array(5).fill('coop'));
  expect([slug('La ﬁn', 'x'), slug('co\u00adopé\u00adra', 'x')]).toEqual(['la-fin', 'coopera']);
  expect([slug('ÆQUO, æquo', 'x'), slug('ŒUVRE, œil', 'x'), slug('1. Le quai (2) !', 'x')]).toEqual([
    'aequo-aequo',
    'oeuvre-oeil',
    'le-quai-2',
  ]);
});

it('has at most 40 characters, and ends after a word', () => {
  const long = slug('Une très longue question sur le frein à patin', 'x');
  expect([long, long.length <= 40]).toEqual(['une-tres-longue-question-sur-le-frein-a', true]);
  expect(slug('a'.repeat(60), 'x')).toBe('a'.repeat(40));
  expect(slug(`${'a'.repeat(37)}-bc`, 'x')).toBe(`${'a'.repeat(37)}-bc`);
  expect(slug(`${'a'.repeat(37)}-bcd`, 'x')).toBe('a'.repeat(37));
  expect(slug(`${'a'.repeat(35)}-bcde-f`, 'x')).toBe(`${'a'.repeat(35)}-bcde`);
  expect(slug(`${'a'.repeat(36)}-bcd-e`, 'x')).toBe('a'.repeat(36));
  expect(slug(`${'a'.repeat(39)}-bc`, 'x')).toBe('a'.repeat(39));
});
