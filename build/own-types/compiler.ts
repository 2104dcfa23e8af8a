import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** esbuild, or its WebAssembly build, which has the same interface. */
export type Compiler = Pick<typeof import('esbuild'), 'build' | 'transform'>;

/**
 * Loads the compiler for a project's own types. An installed package contains the WebAssembly build; a clone has esbuild itself.
 * @param root folder of Cartable
 * @param program folder of the bundled program
 */
export function compilerOf(root: string, program: string): Compiler {
  const installed = join(program, 'esbuild/lib/main.js');
  return createRequire(join(root, 'package.json'))(existsSync(installed) ? installed : 'esbuild');
}
