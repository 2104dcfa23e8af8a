import type { Strings } from '../frame/mount.ts';

/**
 * Returns a string with its `{name}`s filled in; '' if the key is unknown. With a value `n`, uses the plural form `key.one` or
 * `key.other`, by the rules of the page's language.
 */
export function format(strings: Strings, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { n } = values;
  const plural =
    typeof n === 'number' ? strings[`${key}.${new Intl.PluralRules(document.documentElement.lang || 'fr').select(n)}`] : undefined;
  const text = plural ?? strings[`${key}.other`] ?? strings[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

let shell: Strings = {};

/** Sets the shell's strings for `t`. */
export function useStrings(strings: Strings): void {
  shell = strings;
}

/** Returns a string of the shell. */
export function t(key: string, values?: Readonly<Record<string, string | number>>): string {
  return format(shell, key, values);
}
