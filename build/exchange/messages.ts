import type { Lang, Message } from './model.ts';
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

/** Formats a message as a sentence. */
export type Formatter = (message: Message) => string;

const STRINGS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { fr, en };

/** Returns the sentences of a language. `key.one` is the form for one (`n` is 1). A key without a sentence is shown itself. */
export function formatterIn(lang: Lang): Formatter {
  const strings = STRINGS[lang];
  return ({ key, values }) => {
    const own = values.n === 1 ? (strings[`${key}.one`] ?? strings[key]) : strings[key];
    return (own ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
