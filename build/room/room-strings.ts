import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

export type RoomKey = keyof typeof fr;

/** Texts of the projected view in one language. */
export interface RoomStrings {
  readonly lang: 'fr' | 'en';
  readonly table: Readonly<Record<RoomKey, string>>;
  /** Returns a text with `{name}` filled in. */
  format(key: RoomKey, values?: Readonly<Record<string, string | number>>): string;
  /** Returns the instruction for a type of activity. */
  todo(type: string): string;
}

/** Returns the texts of a language: French if it isn't English. */
export function roomStrings(language: string): RoomStrings {
  const lang = language === 'en' ? 'en' : 'fr';
  const table: Readonly<Record<RoomKey, string>> = tables[lang];
  const format: RoomStrings['format'] = (key, values = {}) =>
    table[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const todo = (type: string): string => {
    const key = `do.${type}`;
    return Object.hasOwn(table, key) ? table[key as RoomKey] : table['do.other'];
  };
  return { lang, table, format, todo };
}
