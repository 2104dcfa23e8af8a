import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramFiles } from '../../build/host/browser/engine.ts';
import { schemaFiles } from '../../build/host/node/schemas.ts';
import { engine } from './engine.ts';

const root = join(import.meta.dirname, '../..');

/** The program built for the tests, in the form for a browser. */
export function programFiles(): ProgramFiles<ReadonlyMap<string, Uint8Array>> {
  const folder = join(root, '.cartable/program/pieces');
  const pieces = readdirSync(folder).map((name) => [`pieces/${name}`, new Uint8Array(readFileSync(join(folder, name)))] as const);
  const schemas = (['scorm12', 'scorm2004-3', 'scorm2004-4'] as const).flatMap((edition) =>
    schemaFiles(edition, root).map(({ name, data }) => [`schemas/${edition}/${name}`, new Uint8Array(data)] as const),
  );
  return { files: new Map([...pieces, ...schemas]), version: engine.version, stamp: engine.stamp };
}
