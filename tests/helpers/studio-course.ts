import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked, Path } from '../../build/studio/engine/calls.ts';
import { StudioEngine } from '../../build/studio/engine/studio-engine.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, '.cartable/program');

/** Answers the worker's requests for the program's files from the disk, without leaving the call. */
export class DiskRequest {
  status = 0;
  response: ArrayBuffer | undefined;
  responseType = '';
  private path = '';

  open(_method: string, path: string): void {
    this.path = path;
  }

  send(): void {
    this.status = existsSync(this.path) ? 200 : 404;
    if (this.status === 404) return;
    const bytes = readFileSync(this.path);
    this.response = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  }
}

/** Opens a course in the studio's engine, which must find `DiskRequest` as `XMLHttpRequest`. */
export function openCourse(
  files: ReadonlyMap<Path, string>,
  course: Path,
  language: 'fr' | 'en' = 'fr',
): { readonly engine: StudioEngine; readonly checked: Checked } {
  const names = readdirSync(join(program, 'pieces')).map((name) => `pieces/${name}`);
  const engine = new StudioEngine();
  const checked = engine.open({ folder: program, names, version: '0', stamp: 'tests' }, files, course, language);
  return { engine, checked };
}
