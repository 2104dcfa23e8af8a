import { expect, test } from 'vitest';
import { previewStrings, stringsWith } from '../../../build/preview/server/strings.ts';

test('both languages have the same words', () => {
  expect(Object.keys(previewStrings.en).sort()).toEqual(Object.keys(previewStrings.fr).sort());
  for (const text of [...Object.values(previewStrings.fr), ...Object.values(previewStrings.en)]) expect(text.trim()).toBe(text);
});

test('commands are written as the user calls them', () => {
  const words = stringsWith((args) => `npx cartable ${args}`, 'en');
  expect([words.empty, words.broken].join()).not.toMatch(/\{cartable/);
  expect(words.broken).toContain('npx cartable preview');
  expect(words.title).toBe(previewStrings.en.title);
});
