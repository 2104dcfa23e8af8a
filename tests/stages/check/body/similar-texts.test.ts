import { expect, it } from 'vitest';
import { reportDuplicates, reportEqual, reportNearlyEqual, textKey } from '../../../../build/stages/check/body/similar-texts.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';

function found(report: typeof reportDuplicates, ...texts: string[]): string[] {
  const list: string[] = [];
  const context = { error: (code: string, { line }: { line: number }) => list.push(`${code} ${line}`) } as unknown as FormContext;
  report(
    texts.map((text, index) => ({ text, at: { file: 'rames.md', line: index + 1, column: 1 } })),
    context,
  );
  return list;
}

it('takes texts for the same if only case, quotation marks or spaces differ', () => {
  expect(textKey('Le « quai »')).toBe(textKey('le "quai"'));
  for (const sign of '«»“”„"') expect([sign, textKey(`Le ${sign}quai ${sign}`)]).toEqual([sign, textKey('Le "quai"')]);
  expect(textKey('Le « quai »')).not.toBe(textKey('Le quai'));
  expect(found(reportEqual, 'Le quai', 'La voie', 'le  quai', 'Le quai')).toEqual(['item-twice 3', 'item-twice 4']);
  expect(found(reportEqual, '', '')).toEqual([]);
});

it('reports texts that differ only in an accent, a plural or punctuation', () => {
  expect(found(reportNearlyEqual, 'Le quai levé', 'Le quai leve', 'Les rames', 'Les rame', 'Le quai !', 'Le quai')).toEqual([
    'nearly-equal 2',
    'nearly-equal 4',
    'nearly-equal 6',
  ]);
  expect(found(reportNearlyEqual, 'Le quai', 'La voie', 'un', 'uns', '', '')).toEqual([]);
  expect(found(reportNearlyEqual, 'Un élève zélé', 'Un eleve zele')).toEqual(['nearly-equal 2']);
  expect(found(reportNearlyEqual, 'deux amis', 'Deux ami', 'le bateau', 'les bateaux')).toEqual(['nearly-equal 2']);
  expect(found(reportNearlyEqual, 'beau bateau', 'beau bateaux', 'beau  Bateaus', 'mot', 'mots', 'prix', 'prie')).toEqual([
    'nearly-equal 2',
    'nearly-equal 3',
    'nearly-equal 5',
  ]);
  expect(found(reportNearlyEqual, 'tram 12', 'tram/12', '?!', '!?', 'une rame')).toEqual(['nearly-equal 2']);
});

it('quotes the first of several nearly equal texts', () => {
  const values: unknown[] = [];
  const context = { error: (_code: string, _at: unknown, given: unknown) => values.push(given) } as unknown as FormContext;
  const texts = ['La rame', 'Là rame', 'La ramé'];
  reportNearlyEqual(
    texts.map((text) => ({ text, at: { file: 'rames.md', line: 1, column: 1 } })),
    context,
  );
  expect(values).toEqual([
    { one: 'La rame', other: 'Là rame' },
    { one: 'La rame', other: 'La ramé' },
  ]);
});

it('reports both kinds', () => {
  expect(found(reportDuplicates, 'Le quai', 'le quai', 'Les rames', 'Les rame')).toEqual(['item-twice 2', 'nearly-equal 4']);
});

it('quotes at most 60 characters of each text', () => {
  const values: unknown[] = [];
  const context = { error: (_code: string, _at: unknown, given: unknown) => values.push(given) } as unknown as FormContext;
  const at = { file: 'rames.md', line: 1, column: 1 };
  const long = 'a'.repeat(61);
  reportEqual(
    [
      { text: long, at },
      { text: long, at },
    ],
    context,
  );
  reportNearlyEqual(
    [
      { text: long, at },
      { text: `${long}!`, at },
    ],
    context,
  );
  expect(values).toEqual([{ item: 'a'.repeat(60) }, { one: 'a'.repeat(60), other: 'a'.repeat(60) }]);
});
