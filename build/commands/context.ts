import type { Command, Language } from '../messages/format.ts';

/** What a command is given: where it works and how it speaks. Only `cli.ts` prints. */
export interface CommandContext {
  /** Folder of Cartable itself. */
  readonly root: string;
  /** Folder of the made program: a clone makes it, an installed package has it. */
  readonly program: string;
  /** Folder that holds `modules/` and `dist/`. */
  readonly project: string;
  readonly modules: string;
  /** Where paths of a call begin: the current folder; that in which npm was started, where it runs a script. */
  readonly folders: readonly string[];
  readonly language: Language;
  /** How the user calls a command. */
  readonly command: Command;
  print(text: string): void;
  complain(text: string): void;
  progress(done: number, total: number, file: string): void;
}
