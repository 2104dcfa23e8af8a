// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { faultOf, isFull, showCount, showRoom } from '../../../src/player/widgets/text-field.ts';

const STRINGS = {
  'count.characters': '{n} sur {max}',
  'count.words.one': '{n} mot',
  'count.words.other': '{n} mots',
  'count.min': 'au moins {min}',
  'count.max': 'au plus {max}',
  full: 'Plein',
};
beforeEach(() => {
  document.documentElement.lang = 'fr';
});

it('is full at its last character', () => {
  expect([isFull('abcd', { maxCharacters: 5 }), isFull('abcde', { maxCharacters: 5 })]).toEqual([false, true]);
});

it('is too short or too long by its words; the bounds themselves are right', () => {
  const limits = { maxCharacters: 100, minWords: 2, maxWords: 3 };
  expect(['un', 'un deux', 'un deux trois', 'un deux trois quatre'].map((text) => faultOf(text, limits))).toEqual([
    'short',
    undefined,
    undefined,
    'long',
  ]);
  expect(faultOf('', { maxCharacters: 100 })).toBeUndefined();
});

it('shows the words with their bounds, and the characters, of which no line breaks behind a number', () => {
  const count = document.createElement('p');
  const shown = (text: string, limits = {}) => {
    showCount(count, text, { maxCharacters: 20, ...limits }, STRINGS);
    return [count.textContent, count.hasAttribute('data-over')];
  };
  expect(shown('un deux')).toEqual(['2 mots, 7\u00a0sur\u00a020', false]);
  expect(shown('un', { minWords: 2, maxWords: 3 })).toEqual(['1 mot (au moins 2, au plus 3), 2\u00a0sur\u00a020', false]);
  expect(shown('un deux trois quatre', { maxWords: 9 })).toEqual(['4 mots (au plus 9), 20\u00a0sur\u00a020. Plein', true]);
  expect(shown('un deux', { maxWords: 1 })[1]).toBe(true);
  expect(shown('un  deux !', { maxWords: 2 })).toEqual(['2 mots (au plus 2), 10\u00a0sur\u00a020', false]);
  expect(shown('un', { minWords: 2 })).toEqual(['1 mot (au moins 2), 2\u00a0sur\u00a020', false]);
});

it('shows the room that is left in a field', () => {
  const field = Object.assign(document.createElement('textarea'), { maxLength: 4, value: 'abc' });
  const count = document.createElement('p');
  showRoom(count, field, STRINGS);
  expect([count.textContent, count.hasAttribute('data-over')]).toEqual(['3 sur 4', false]);
  field.value = 'abcd';
  showRoom(count, field, STRINGS);
  expect([count.textContent, count.hasAttribute('data-over')]).toEqual(['4 sur 4. Plein', true]);
});
