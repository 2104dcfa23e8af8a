// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { language } from '../../../build/studio/strings.ts';
import { switchLanguage } from '../../../build/studio/ui/switch-language.ts';

beforeEach(() => localStorage.clear());

test.each([
  ['fr', 'en'],
  ['en', 'fr'],
] as const)('from %s the page goes to %s, and remembers it', (before, after) => {
  language.value = before;
  document.documentElement.lang = before;
  switchLanguage();
  expect([language.value, document.documentElement.lang, localStorage.getItem('cartable-studio-language')]).toEqual([after, after, after]);
});
