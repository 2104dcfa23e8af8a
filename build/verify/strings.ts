import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

/** Rules, each with a problem and an advice in both languages. */
export type RuleId = Exclude<keyof typeof fr.rules, `${string}.one`>;
export type TextKey = keyof typeof fr.texts;
type Values = Readonly<Record<string, string | number>>;

/** Texts of a verdict in one language. */
export interface VerifyStrings {
  readonly lang: 'fr' | 'en';
  /** All texts for templates, with `_` for points in their keys. */
  readonly texts: Readonly<Record<string, string>>;
  /** Returns a text. If `n` is one, its variant `one` is used. */
  format(key: TextKey, values?: Values): string;
  /** Returns problem and advice of a rule. */
  rule(id: RuleId, values?: Values): { readonly problem: string; readonly advice: string };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Returns the texts of a language. */
export function verifyStrings(lang: 'fr' | 'en'): VerifyStrings {
  const {
    texts,
    rules,
  }: { texts: Readonly<Record<string, string>>; rules: Readonly<Record<string, { problem: string; advice: string }>> } = tables[lang];
  const keyOf = (table: object, key: string, n: string | number | undefined): string => {
    const isOne = n === 1 || (n === 0 && lang === 'fr');
    return isOne && Object.hasOwn(table, `${key}.one`) ? `${key}.one` : key;
  };
  return {
    lang,
    texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key.replaceAll('.', '_'), text])),
    format: (key, values = {}) => fill(texts[keyOf(texts, key, values.n)] ?? key, values),
    rule(id, values = {}) {
      const { problem, advice } = rules[keyOf(rules, id, values.n)] ?? { problem: id, advice: '' };
      return { problem: fill(problem, values), advice: fill(advice, values) };
    },
  };
}
