import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFolder } from '../host/node/schemas.ts';
import { makeStudio } from './studio.ts';

const root = join(import.meta.dirname, '../..');
const goal = join(root, 'program');

/** Files of esbuild's WebAssembly build that Node needs: it compiles the types of a project on every machine, without an install script. */
const COMPILER = ['package.json', 'LICENSE.md', 'lib/main.js', 'bin/esbuild', 'esbuild.wasm', 'wasm_exec.js', 'wasm_exec_node.js'];

// Lays out `program/` for the tarball: the made program, with the XML schemas and the compiler, which a clone has in `node_modules`, and
// the skeleton of a type, and the studio.
rmSync(goal, { recursive: true, force: true });
cpSync(join(root, '.cartable/program'), goal, { recursive: true });
for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const) {
  const from = schemaFolder(edition, root);
  mkdirSync(join(goal, 'schemas'), { recursive: true });
  cpSync(from, join(goal, 'schemas', edition), { recursive: true });
}
for (const file of COMPILER) cpSync(join(root, 'node_modules/esbuild-wasm', file), join(goal, 'esbuild', file));
const skeleton = join(root, 'templates/_new');
cpSync(skeleton, join(goal, 'new-type'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
await makeStudio(root, join(goal, 'studio'));
