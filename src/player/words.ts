import type { Strings } from './mount.ts';

/**
 * A sentence of `strings` with its `{name}`s filled in; '' where the key is unknown. With a value `n` the plural form
 * is `key.one` or `key.other`, by the rules of the page's language.
 */
export function say(strings: Strings, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { n } = values;
  const plural =
    typeof n === 'number' ? strings[`${key}.${new Intl.PluralRules(document.documentElement.lang || 'fr').select(n)}`] : undefined;
  const text = plural ?? strings[`${key}.other`] ?? strings[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

let shell: Strings = {};

/** Gives the shell's own strings to everything that calls `t`. */
export function useWords(strings: Strings): void {
  shell = strings;
}

/** A sentence of the shell. */
export function t(key: string, values?: Readonly<Record<string, string | number>>): string {
  return say(shell, key, values);
}
