import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { slug } from '../model/slug.ts';

/** Names of a type's scripts, which are in TypeScript or JavaScript. */
type Script = 'type' | 'scoring' | 'runtime';

/** The folder of a type in a project. */
export interface TypeFolder {
  readonly name: string;
  readonly path: string;
  /** Names of the files in it. */
  readonly files: ReadonlySet<string>;
}

/** Names of directives that are not types. */
const RESERVED = ['after', 'include', 'trainer'];

const NAME = /^[a-z][a-z0-9-]*$/;

/** Files that every type needs, besides its scripts. */
const NEEDED = ['template.hbs', 'strings.json', 'example.md', 'example.en.md'];

const CONTRACT = /^(?:(?:type|scoring|runtime)\.[jt]s|template\.hbs|strings\.json)$/;

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Lists the folders of a project's `types/` that contain a file of a type. Names that begin with `_` or a dot are ignored. */
export function typeFolders(types: string): readonly TypeFolder[] {
  return entriesOf(types)
    .filter((entry) => entry.isDirectory() && !/^[_.]/.test(entry.name))
    .map(({ name }) => ({ name, path: join(types, name), files: new Set(entriesOf(join(types, name)).map((entry) => entry.name)) }))
    .filter(({ files }) => [...files].some((file) => CONTRACT.test(file)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the path of a type's script: TypeScript if there are both, undefined if there is none. */
export function scriptOf({ path, files }: TypeFolder, script: Script): string | undefined {
  const name = [`${script}.ts`, `${script}.js`].find((file) => files.has(file));
  return name && join(path, name);
}

/** Reports a file that is missing. */
export function reportMissing({ name, path }: TypeFolder, file: string, diagnostics: Diagnostics): void {
  diagnostics.error('type-file-missing', { file: join(path, file), line: 1, column: 1 }, { name, file });
}

/** Reports a forbidden name, and missing files. @param builtIn names of Cartable's types */
export function checkFolder(folder: TypeFolder, builtIn: ReadonlySet<string>, diagnostics: Diagnostics): void {
  const { name, path, files } = folder;
  const at = { file: path, line: 1, column: 1 };
  if (!NAME.test(name)) diagnostics.error('bad-key', at, { name, fit: slug(name, 'mon-type') });
  else if (builtIn.has(name) || RESERVED.includes(name)) diagnostics.error('type-name-taken', at, { name });
  if (!scriptOf(folder, 'type')) reportMissing(folder, 'type.ts', diagnostics);
  for (const file of NEEDED) if (!files.has(file)) reportMissing(folder, file, diagnostics);
}
