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
  /** Folders that relative paths start from: the current one and, in an npm script, the one npm was started in. */
  readonly folders: readonly string[];
  readonly language: Language;
  /** Writes a command as the user calls it. */
  readonly command: Command;
  print(text: string): void;
  complain(text: string): void;
  progress(done: number, total: number, file: string): void;
}
