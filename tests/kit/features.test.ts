import { expect, test } from 'vitest';
import * as features from '../../build/kit/features.ts';
import { contrast, parseColour } from '../../build/theme/contrast.ts';

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

test('skin is darker from word to word, and hair is as dark as its colour', () => {
  const light = (hex: string): number => contrast(parseColour(hex), [0, 0, 0]);
  const darker = (list: readonly string[]): readonly string[] => [...list].sort((one, other) => light(other) - light(one));
  expect(Object.values(features.skinTones)).toEqual(darker(Object.values(features.skinTones)));
  const { black, brown, chestnut, red, blond, grey, white } = features.hairColours;
  expect([white, blond, red, chestnut, brown, black]).toEqual(darker([black, brown, chestnut, red, blond, white]));
  expect(light(grey)).toBeLessThan(light(white));
});

test('colours of clothes are those of their words', () => {
  /** Channels from the strongest to the weakest; grey has none that stands out. */
  const order = (hex: string): string => {
    const channels = parseColour(hex).map((part, at) => [part, 'rgb'.charAt(at)] as const);
    const span = Math.max(...channels.map(([part]) => part)) - Math.min(...channels.map(([part]) => part));
    return span < 20
      ? 'grey'
      : channels
          .sort(([one], [other]) => other - one)
          .map(([, name]) => name)
          .join('');
  };
  expect(Object.fromEntries(Object.entries(features.clothesColours).map(([word, hex]) => [word, order(hex)]))).toEqual({
    blue: 'bgr',
    teal: 'bgr',
    green: 'gbr',
    yellow: 'rgb',
    orange: 'rgb',
    red: 'rgb',
    purple: 'brg',
    grey: 'grey',
  });
});

test('no glasses and no beard are no drawing', () => {
  for (const table of [features.glasses, features.beards])
    expect(Object.entries(table).filter(([, drawing]) => drawing === '')).toEqual([['none', '']]);
});
