import { expect, test } from 'vitest';
import { firstWordsOf, questionsIn, usesOfBank, usesOfCompetency, usesOfPerson } from '../../../build/studio/course/usage.ts';
import { TEXTS } from '../../helpers/course-text.ts';

test('uses are found with their line and page, and only of the whole word', () => {
  expect(usesOfCompetency(TEXTS, 'c1')).toEqual([
    { path: 'modules/x/one.md', line: 5, page: '' },
    { path: 'modules/x/one.md', line: 19, page: 'Begin' },
  ]);
  expect(usesOfCompetency(TEXTS, 'c2').map(({ line }) => line)).toEqual([19]);
  expect(usesOfCompetency(TEXTS, 'c')).toEqual([]);
  expect(usesOfPerson(TEXTS, 'ada').map(({ line, page }) => [line, page])).toEqual([
    [6, ''],
    [12, 'Begin'],
  ]);
  expect(usesOfBank(TEXTS, 'banks/two.md').map(({ page }) => page)).toEqual(['Then']);
  expect(firstWordsOf(TEXTS, 'ada')).toBe('Good morning.');
  expect(firstWordsOf(TEXTS, 'lea')).toBe('');
});

test('questions of a bank are counted', () => {
  expect(questionsIn('---\ntitle: B\n---\n\n:::choice{#a}\n- [x] a\n:::\n\n:::short-text{#b answer="x"}\nWhich?\n:::\n')).toBe(2);
});

test('people are found by any spelling of their id, in attributes too, and files in their order', () => {
  const texts = new Map([
    ['b.md', '# P\n\n:::scene\n## ADA\nOui.\n### ada-lou\n:::\n\n:::quote{by=ada}\nx\n:::\n'],
    ['a.md', '::figure{who="lou; ada"}\n'],
  ]);
  expect(usesOfPerson(texts, 'ada')).toEqual([
    { path: 'a.md', line: 1, page: '' },
    { path: 'b.md', line: 4, page: 'P' },
    { path: 'b.md', line: 9, page: 'P' },
  ]);
});

test('an id may have signs by mistake: only itself is found', () => {
  const texts = new Map([['a.md', '# P\n\n:::scene\n## c++ (\nOui.\n## cc\nNon.\n:::\n']]);
  expect([usesOfPerson(texts, 'c++ (').map(({ line }) => line), firstWordsOf(texts, 'c++ (')]).toEqual([[4], 'Oui.']);
  expect([usesOfPerson(texts, 'c.'), firstWordsOf(texts, 'c.')]).toEqual([[], '']);
});
