import { expect, test } from 'vitest';
import { caseTitle } from '../../build/sheets/case-title.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';

test('a condition is a sentence, and several outcomes are alternatives in their order', () => {
  const titles = (language: string): string[] => [
    caseTitle({ when: ['right'], after: '' }, sheetStrings(language)),
    caseTitle({ when: ['wrong', 'partly'], after: '' }, sheetStrings(language)),
  ];
  expect(titles('fr')).toEqual(['Si la réponse est juste', 'Si la réponse est fausse ou en partie juste']);
  expect(titles('en')).toEqual(['If the answer is right', 'If the answer is wrong or partly right']);
});
