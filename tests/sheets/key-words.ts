import type { SheetWords } from '../../build/sheets/sheet-words.ts';

/** Texts that are their own keys, with their values: tests see which sentence was chosen. */
export const keyWords: SheetWords = {
  lang: 'fr',
  say: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  html: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  number: (value) => String(value).replace('.', ','),
};
