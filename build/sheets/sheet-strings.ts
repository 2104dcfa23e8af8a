import { escapeHtml } from '../text/plain-html.ts';
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

export type SheetKey = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;

/** Texts for the sheets of one course. */
export interface SheetStrings {
  readonly lang: 'fr' | 'en';
  /** Returns a sentence as plain text, with `{name}` filled in. */
  format(key: SheetKey, values?: Values): string;
  /** Returns it as HTML: `**strong**` and `` `code` `` become elements, values are escaped. */
  html(key: SheetKey, values?: Values): string;
  /** Formats a number with the language's grouping and decimal sign. */
  number(value: number): string;
}

function marked(text: string): string {
  return escapeHtml(text)
    .replace(/`(.+?)`/g, (_, code: string) => `<code>${code.replaceAll('*', '&#42;')}</code>`)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}

/**
 * Returns the texts of a language: French if it isn't English.
 * @param ofCourse for a course that is one SCO: `course` sentences replace those about a session
 */
export function sheetStrings(language: string, ofCourse = false): SheetStrings {
  const lang = language === 'en' ? 'en' : 'fr';
  const table: Readonly<Record<SheetKey, string>> = tables[lang];
  const [point, group] = lang === 'fr' ? [',', '\u202f'] : ['.', ','];
  const number = (value: number): string => {
    if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
    const [whole = '', fraction] = String(value).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : point + fraction);
  };
  const shown = (value: string | number | undefined): string => (typeof value === 'number' ? number(value) : (value ?? ''));
  /** Prefers the variant `one` if `n` is 1, else the variant `course`, if they exist. */
  const text = (key: SheetKey, { n }: Values): string => {
    const variants = [...(n === 1 ? ['one'] : []), ...(ofCourse ? ['course'] : [])].map((variant) => `${key}.${variant}`);
    return table[(variants.find((variant) => Object.hasOwn(table, variant)) ?? key) as SheetKey];
  };
  return {
    lang,
    format: (key, values = {}) => text(key, values).replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name])),
    html: (key, values = {}) => marked(text(key, values)).replace(/\{(\w+)\}/g, (_, name: string) => escapeHtml(shown(values[name]))),
    number,
  };
}
