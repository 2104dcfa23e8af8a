import { InvalidArgumentError, type OutputConfiguration } from 'commander';
import type { Language } from '../diagnostics/format.ts';
import type { CommandContext } from './context.ts';
import type { helpTexts } from './help-texts.ts';

/** Work of a command; returns the exit code. */
export type Task = (context: CommandContext) => Promise<number>;

/** A task whose engine knows the project's own activity types. */
export function withTypes(task: Task): Task {
  return async (context) => task({ ...context, engine: await context.readTypes() });
}

/** Settings that the program is made with. */
export interface ProgramSettings {
  readonly language: Language;
  readonly version: string;
  readonly output: OutputConfiguration;
  /** Called once, with the requested task. */
  run(task: Task): Promise<void>;
}

/** Texts of the help in a language. */
export type Text = (typeof helpTexts)[Language];

/** Collects the values of an option or argument that may be given several times. */
export function manyOf(parse: (value: string) => string): (value: string, before?: readonly string[]) => string[] {
  return (value, before) => [...(before ?? []), parse(value)];
}

/** Reads a port. */
export function portOf(language: Language): (value: string) => number {
  return (value) => {
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    throw new InvalidArgumentError(language === 'fr' ? 'Écrivez un nombre de 0 à 65535.' : 'Write a number from 0 to 65535.');
  };
}
