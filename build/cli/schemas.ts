import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { writeWhole } from '../host/node/write-whole.ts';
import type { CommandContext } from './context.ts';
import { jsonSchemas } from './json-schemas.ts';
import { fill, strings } from './strings.ts';

/** `cartable schemas`: writes the JSON Schemas of the sources into the project. Exit code 0. */
export async function runSchemas(context: CommandContext): Promise<number> {
  const folder = join(context.project, 'docs/schemas');
  const files = [...jsonSchemas()].map(([name, text]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
    return relative(process.cwd(), path);
  });
  context.print(fill(strings[context.language].schemasWritten, { files: files.join(', ') }));
  return 0;
}
