import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFolder } from '../manifests/schemas.ts';

const root = join(import.meta.dirname, '../..');
const goal = join(root, 'program');

// Lays out `program/` for the tarball: the made program, and the XML schemas, which a clone reads from `node_modules`.
rmSync(goal, { recursive: true, force: true });
cpSync(join(root, '.cartable/program'), goal, { recursive: true, filter: (path) => !path.endsWith('.cache') });
for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const) {
  const from = schemaFolder(edition, root);
  mkdirSync(join(goal, 'schemas'), { recursive: true });
  cpSync(from, join(goal, 'schemas', edition), { recursive: true });
}
