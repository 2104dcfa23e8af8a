import { expect, test } from 'vitest';
import * as features from '../../build/kit/features.ts';

const { wordsOf, ...tables } = features;
const lists = Object.entries(tables).filter(([, table]) => typeof table === 'object') as [string, Readonly<Record<string, string>>][];

test('the words of a feature are those of its table, in order', () => {
  expect(wordsOf({ court: 'short1', long: 'long' })).toEqual(['court', 'long']);
});

test.each(lists)('%s has words that an author can write, each with something of its own', (_, table) => {
  for (const word of wordsOf(table)) expect(word).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(new Set(Object.values(table)).size).toBe(wordsOf(table).length);
});

test('colours are six hexadecimal digits', () => {
  for (const [name, table] of lists.filter(([name]) => /Colours|Tones/.test(name)))
    for (const colour of Object.values(table)) expect([name, colour]).toEqual([name, expect.stringMatching(/^#[0-9a-f]{6}$/)]);
});

test.each([
  [
    'hair',
    [
      'bald',
      'thin',
      'bald-sides',
      'shaved',
      'short',
      'crop',
      'tousled',
      'parting',
      'quiff',
      'flat-top',
      'twists',
      'knots',
      'afro',
      'curls',
      'dreadlocks',
      'short-dreadlocks',
      'braids',
      'bob',
      'straight-bob',
      'medium',
      'wavy',
      'long',
      'fringe',
      'bun',
      'low-bun',
      'high-bun',
      'bun-scarf',
      'ponytail',
      'headscarf',
      'turban',
      'beanie',
      'hat',
    ],
  ],
  ['expressions', ['calm', 'smile', 'happy', 'pleased', 'talking', 'tired']],
  ['glasses', ['none', 'round', 'large', 'bold', 'browline', 'dark']],
  ['beards', ['none', 'chin', 'short', 'full', 'long', 'goatee', 'moustache']],
  ['skinTones', ['fair', 'light', 'beige', 'tan', 'brown', 'dark']],
  ['hairColours', ['black', 'brown', 'chestnut', 'red', 'blond', 'grey', 'white']],
  ['clothesColours', ['blue', 'teal', 'green', 'yellow', 'orange', 'red', 'purple', 'grey']],
] as const)('courses may have these words for %s', (name, words) => {
  expect(wordsOf<string>(tables[name])).toEqual(words);
});
