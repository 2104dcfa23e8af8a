import type { Diagnostic } from './diagnostics.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

export type Language = 'fr' | 'en';

/** Text of a diagnostic. */
export interface Message {
  readonly problem: string;
  readonly write: string;
}

const tables = { fr, en } as const;

const WORDS = {
  fr: {
    near: (name: string) => `Vouliez-vous dire « ${name} » ?`,
    like: (example: string) => `par exemple ${example}`,
    line: (line: string) => ` Écrivez ${line}.`,
    far: 'Vérifiez l’orthographe.',
    keys: (names: string) => `Ici vont seulement : ${names}.`,
    limit: (limit: string, targets: string) => `${limit} pour ${targets}`,
    cohort: (name: string) => (name === '' ? 'la version sans promotion' : `la promotion « ${name} »`),
  },
  en: {
    near: (name: string) => `Did you mean “${name}”?`,
    like: (example: string) => `for example ${example}`,
    line: (line: string) => ` Write ${line}.`,
    far: 'Check the spelling.',
    keys: (names: string) => `Here go only: ${names}.`,
    limit: (limit: string, targets: string) => `${limit} for ${targets}`,
    cohort: (name: string) => (name === '' ? 'the version without a cohort' : `the cohort “${name}”`),
  },
} as const;

/** Longest piece of a text that a message quotes. */
const LONGEST = 300;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** Returns the example in the reader's language, if there is a separate one for English. */
function exampleIn(values: Diagnostic['values'], key: 'example' | 'like', language: Language): string {
  return String(language === 'en' ? (values.english ?? values[key]) : values[key]);
}

/** Suggests the nearest known name, with the line to write; if none is near, lists all valid names. Both only if given. */
function nearIn(near: string, values: Diagnostic['values'], language: Language): string {
  const { keys, example } = values;
  const line = example === undefined ? '' : WORDS[language].line(exampleIn(values, 'example', language));
  if (near !== '') return WORDS[language].near(near) + line;
  return keys === undefined ? WORDS[language].far : WORDS[language].keys(String(keys));
}

function fill(text: string, values: Diagnostic['values'], language: Language): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) => {
    const value = values[key];
    if (key === 'near' && value !== undefined) return nearIn(String(value), values, language);
    if (key === 'limit' && values.targets !== undefined) return WORDS[language].limit(String(value), String(values.targets));
    if (key === 'cohort' && value !== undefined) return WORDS[language].cohort(String(value));
    if (key === 'expected' && values.like !== undefined) return WORDS[language].like(exampleIn(values, 'like', language));
    if (key === 'example' && value !== undefined) return shorten(exampleIn(values, 'example', language));
    return value === undefined ? whole : shorten(String(value));
  });
}

/** Formats a command as the user calls it: `ids --write` → `npx cartable ids --write`. */
export type Command = (args: string) => string;

/** Names commands by `cartable`, if it is unknown how the program was started. */
const byName: Command = (args) => `cartable ${args}`;

/** Replaces commands in a text, which it names as `{cartable ids --write}`. */
export function withCommands(text: string, command: Command = byName): string {
  return text.replace(/\{cartable ([^{}]+)\}/g, (_, args: string) => command(args));
}

/** Formats the problem and what to write, in the reader's language. */
export function messageOf(diagnostic: Diagnostic, language: Language, command?: Command): Message {
  const { problem, write } = tables[language][diagnostic.code];
  return {
    problem: fill(problem, diagnostic.values, language),
    write: withCommands(fill(write, diagnostic.values, language), command),
  };
}
