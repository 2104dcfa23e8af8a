import { escapeHtml } from '../markdown/plain-html.ts';
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

export type SheetKey = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;

/** What the sheets of one course say. */
export interface SheetWords {
  readonly lang: 'fr' | 'en';
  /** A sentence as plain text, `{name}` filled in. */
  say(key: SheetKey, values?: Values): string;
  /** The same as HTML: `**strong**` and `` `code` `` of the table become elements, values are escaped. */
  html(key: SheetKey, values?: Values): string;
  /** Whole numbers with their groups, others with the language's point or comma. */
  number(value: number): string;
}

function marked(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
}

/**
 * The words of a language, French where it isn't English.
 * @param ofCourse they are about a course that is one SCO: `course` sentences take the place of those about a session
 */
export function sheetWords(language: string, ofCourse = false): SheetWords {
  const lang = language === 'en' ? 'en' : 'fr';
  const table: Readonly<Record<SheetKey, string>> = tables[lang];
  const [point, group] = lang === 'fr' ? [',', '\u202f'] : ['.', ','];
  const number = (value: number): string => {
    if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
    const [whole = '', fraction] = String(value).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : point + fraction);
  };
  const shown = (value: string | number | undefined): string => (typeof value === 'number' ? number(value) : (value ?? ''));
  /** `one` where there is one of `n`, else `course`, where the table has it. */
  const text = (key: SheetKey, { n }: Values): string => {
    const variants = [...(n === 1 ? ['one'] : []), ...(ofCourse ? ['course'] : [])].map((variant) => `${key}.${variant}`);
    return table[(variants.find((variant) => Object.hasOwn(table, variant)) ?? key) as SheetKey];
  };
  return {
    lang,
    say: (key, values = {}) => text(key, values).replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name])),
    html: (key, values = {}) => marked(text(key, values)).replace(/\{(\w+)\}/g, (_, name: string) => escapeHtml(shown(values[name]))),
    number,
  };
}
