import type { Diagnostics, Position } from '../diagnostics/diagnostics.ts';
import type { Folder } from '../files/folder.ts';
import type { YamlFile } from './course.ts';
import type { ModuleFront } from './course-file.ts';
import type { Block, InnerLink, VariableUse } from './source.ts';

/** The text of a file after the parser, with what it includes. */
export interface ParsedText {
  readonly blocks: readonly Block[];
  readonly pageLinks: readonly InnerLink[];
  readonly variables: readonly VariableUse[];
  /** Paths of the files that it includes, directly or not. */
  readonly included: ReadonlySet<string>;
}

/** A module, bank or include after `read`. Positions name the file as the user knows it. */
export interface ReadFile<Front> extends ParsedText {
  readonly file: string;
  readonly front: YamlFile<Front>;
  /** True if nothing was reported while it was read. */
  readonly isSound: boolean;
}

export type ModuleFile = ReadFile<ModuleFront>;
export type BankFile = ReadFile<{ title: string }>;

/** Reads the files of a course that a later stage asks for. */
export interface FileReader {
  /** Returns null and reports it if there is no text to read. @param folder records which files are looked at */
  module(id: string, folder: Folder, diagnostics: Diagnostics): ModuleFile | null;
  bank(path: string, at: Position, folder: Folder, diagnostics: Diagnostics): BankFile | null;
}
