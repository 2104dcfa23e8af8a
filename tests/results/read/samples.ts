import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../../build/results/model.ts';

const folder = join(import.meta.dirname, '../../fixtures/results');

/** A download of a real Moodle 4.5.3, or the codebook beside it. */
export function sample(name: string): SourceFile {
  return { name, bytes: readFileSync(join(folder, name)) };
}

/** A text as a downloaded file. */
export function fileOf(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
