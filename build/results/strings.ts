import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

export type ResultKey = keyof typeof fr;
type Values = Readonly<Record<string, string | number>>;

/** Texts, numbers and dates of a report, in one language. */
export interface ReportStrings {
  readonly lang: 'fr' | 'en';
  /** All sentences for templates, with `_` for points in their keys. */
  readonly texts: Readonly<Record<string, string>>;
  /** Returns a sentence as plain text. With `n` = 1 its variant `one` is used; `{N}` is `n` in words. */
  format(key: ResultKey, values?: Values): string;
  /** Formats a percentage, 0..100. */
  percent(value: number): string;
  /** Formats a moment: « 28 nov. 2026, 0 h 45 ». One that couldn't be read stays as downloaded. */
  moment(value: string): string;
  /** Formats seconds as hours and minutes. */
  duration(seconds: number): string;
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/;

function momentFormatter(lang: 'fr' | 'en'): (value: string) => string {
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (value) => {
    const [, year, month, date, hours, minutes] = MOMENT.exec(value) ?? [];
    if (year === undefined) return value;
    const text = day.format(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    if (hours === undefined) return text;
    return lang === 'fr' ? `${text}, ${Number(hours)}\u00a0h\u00a0${minutes}` : `${text}, ${hours}:${minutes}`;
  };
}

/** Begins a sentence with a capital. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the texts of a language. */
export function reportStrings(lang: 'fr' | 'en'): ReportStrings {
  const table: Readonly<Record<ResultKey, string>> = tables[lang];
  const names = table.numbers.split(' ');
  const format: ReportStrings['format'] = (key, values = {}) => {
    const { n } = values;
    const one = `${key}.one` as ResultKey;
    const isOne = n === 1 || (n === 0 && lang === 'fr');
    const text = isOne && Object.hasOwn(table, one) ? table[one] : table[key];
    if (text === undefined) return key;
    if (!text.includes('{')) return text;
    const all: Values = typeof n === 'number' ? { ...values, N: capital(names[n] ?? String(n)) } : values;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
  };
  return {
    lang,
    texts: Object.fromEntries(Object.entries(table).map(([key, text]) => [key.replaceAll('.', '_'), text])),
    format,
    percent: (value) => format('percent', { n: String(Math.round(value)) }),
    moment: momentFormatter(lang),
    duration(seconds) {
      const minutes = Math.max(1, Math.round(seconds / 60));
      if (minutes < 60) return format('minutes', { n: minutes });
      return format('hours', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') });
    },
  };
}
