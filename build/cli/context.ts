import type { Command, Language } from '../diagnostics/format.ts';
import type { Engine } from '../host/engine.ts';

/** Context of a command: folders, language, output. Only `main.ts` prints. */
export interface CommandContext {
  /** Folder of Cartable itself. */
  readonly root: string;
  /** Folder of the built program: a clone builds it, an installed package has it. */
  readonly program: string;
  /** Knows the project's own activity types where a command has read them. */
  readonly engine: Engine;
  /** Reads the project's own activity types, and gives the engine that knows them as they are now. */
  readonly readTypes: () => Promise<Engine>;
  /** Folder that holds `modules/` and `dist/`. */
  readonly project: string;
  readonly modules: string;
  /** Folder of the project's own activity types, whether it is there or not. */
  readonly types: string;
  /** Folders that relative paths start from: the current one and, in an npm script, the one npm was started in. */
  readonly folders: readonly string[];
  readonly language: Language;
  /** Formats a command as the user calls it. */
  readonly command: Command;
  print(text: string): void;
  complain(text: string): void;
  progress(done: number, total: number, file: string): void;
}
