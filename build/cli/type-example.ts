import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../diagnostics/format.ts';
import type { CommandContext } from './context.ts';

/** Example of a type. */
export interface TypeExample {
  /** Folder of the type. */
  readonly folder: string;
  /** Path of the example from the project or from Cartable, with slashes. */
  readonly path: string;
  readonly file: string;
}

/** Finds a type's example, of Cartable or of the project. A type without an English one has a French one. */
export function typeExample(type: string, language: Language, { root, project, engine }: CommandContext): TypeExample {
  const [home, types] = engine.own?.folders.has(type) ? [project, 'types'] : [root, 'templates'];
  const folder = join(home, types, type);
  const english = 'example.en.md';
  const name = language === 'en' && existsSync(join(folder, english)) ? english : 'example.md';
  return { folder, path: `${types}/${type}/${name}`, file: join(folder, name) };
}
