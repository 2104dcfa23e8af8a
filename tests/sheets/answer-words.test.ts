import { expect, test } from 'vitest';
import { possibleAnswers } from '../../build/sheets/answer-words.ts';
import { partNames } from '../../build/sheets/part-names.ts';
import { sheetWords } from '../../build/sheets/sheet-words.ts';
import type { Slot } from '../../src/model/record/interaction.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { activity } from '../helpers/bakery.ts';

const slot: Slot = { type: 'choice', right: [{ type: 'choice', tokens: ['a'] }], text: '' };

test('the choices of a question have their weights in the codebook, where it has any', () => {
  const listed = (weights: readonly (number | undefined)[], lang: string): string => {
    const choices = ['Levain', 'Levure'].map((text, index) => {
      const weight = weights[index];
      return { token: 'ab'[index], text, right: index === 0, ...(weight !== undefined && { weight }) };
    });
    const asked = activity(0, 'pain', 'choice', { options: { choices }, slots: [slot] });
    return possibleAnswers({ activity: asked, names: partNames(asked.options as object, lang) }, slot, formats12, sheetWords(lang));
  };
  expect(listed([], 'fr')).toBe('a = Levain | b = Levure');
  expect(listed([100, 33.3], 'fr')).toBe('a = Levain (100\u00a0%) | b = Levure (33,3\u00a0%)');
  expect(listed([100, -50], 'en')).toBe('a = Levain (100%) | b = Levure (-50%)');
});

test('so have the accepted answers of a question to type, if they are worth less than everything', () => {
  const choices = [
    { token: 'a', text: 'levain', right: true },
    { token: 'b', text: 'lev*', right: true, weight: 50 },
  ];
  const typed: Slot = { type: 'fill-in', right: [{ type: 'fill-in', text: 'levain' }], text: '' };
  const asked = activity(0, 'pain', 'short-text', { options: { choices }, slots: [typed] });
  const listed = possibleAnswers({ activity: asked, names: partNames(asked.options as object, 'fr') }, typed, formats12, sheetWords('fr'));
  expect(listed).toMatch(/ \| lev\* \(50\u00a0%\)$/);
});
