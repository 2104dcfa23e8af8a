import type { SheetStrings } from '../../build/sheets/sheet-strings.ts';

/** Texts that are their own keys, with their values: tests see which sentence was chosen. */
export const keyWords: SheetStrings = {
  lang: 'fr',
  format: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  html: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  number: (value) => String(value).replace('.', ','),
};
