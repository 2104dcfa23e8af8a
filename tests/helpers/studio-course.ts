import { join } from 'node:path';
import type { Checked, Path } from '../../build/studio/engine/calls.ts';
import { StudioEngine } from '../../build/studio/engine/studio-engine.ts';
import { studioProgram } from '../../build/toolchain/studio-program.ts';

const program = studioProgram(join(import.meta.dirname, '../..'));

/** Address at which the program's files would be. */
const ADDRESS = '/program';

/** Answers the worker's requests for the program's files without leaving the call. */
export class DiskRequest {
  status = 0;
  response: ArrayBuffer | undefined;
  responseType = '';
  private path = '';

  open(_method: string, path: string): void {
    this.path = path;
  }

  getResponseHeader(): string | null {
    return null;
  }

  send(): void {
    const file = program.get(this.path.slice(ADDRESS.length + 1));
    this.status = file === undefined ? 404 : 200;
    if (file !== undefined) this.response = new Uint8Array(typeof file === 'string' ? new TextEncoder().encode(file) : file).buffer;
  }
}

/** Opens a course in the studio's engine, which must find `DiskRequest` as `XMLHttpRequest`. */
export function openCourse(
  files: ReadonlyMap<Path, string>,
  course: Path,
  language: 'fr' | 'en' = 'fr',
): { readonly engine: StudioEngine; readonly checked: Checked } {
  const engine = new StudioEngine();
  const checked = engine.open({ folder: ADDRESS, names: [...program.keys()], version: '0', stamp: 'tests' }, files, course, language);
  return { engine, checked };
}
