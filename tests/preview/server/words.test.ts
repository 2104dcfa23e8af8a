import { expect, test } from 'vitest';
import { previewWords, wordsWith } from '../../../build/preview/server/words.ts';

test('both languages have the same words', () => {
  expect(Object.keys(previewWords.en).sort()).toEqual(Object.keys(previewWords.fr).sort());
  for (const text of [...Object.values(previewWords.fr), ...Object.values(previewWords.en)]) expect(text.trim()).toBe(text);
});

test('commands are written as the user calls them', () => {
  const words = wordsWith((args) => `npx cartable ${args}`, 'en');
  expect([words.empty, words.broken].join()).not.toMatch(/\{cartable/);
  expect(words.broken).toContain('npx cartable preview');
  expect(words.title).toBe(previewWords.en.title);
});
