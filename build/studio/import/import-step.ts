import { sameBytes } from '../../model/same-bytes.ts';
import type { Path } from '../engine/problem.ts';
import type { Studio } from '../studio.ts';
import { bytesOf, type Files } from './descriptions.ts';

type Contents = ReadonlyMap<Path, Uint8Array<ArrayBuffer> | null>;

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : sameBytes(one, other);
}

/** An import into the open course: all its files are written, and undone, at once. */
export class ImportStep {
  private readonly studio: Studio;
  private readonly before: Contents;
  private readonly after: Contents;

  /** Writes the files. */
  constructor(studio: Studio, files: Files) {
    this.studio = studio;
    this.before = new Map([...files.keys()].map((path) => [path, studio.project.bytes(path) ?? null]));
    this.after = bytesOf(files);
    studio.replace(this.after);
  }

  /** Banks that were made, in the order of the import. */
  get banks(): readonly Path[] {
    return [...this.after.keys()].filter((path) => path.startsWith(`${this.studio.course}/banks/`));
  }

  /** Makes the course as it was before. @returns false if a file has changed since: nothing is undone */
  undo(): boolean {
    const { project, readOnly } = this.studio;
    if (readOnly.value || ![...this.after].every(([path, bytes]) => isSame(bytes, project.bytes(path) ?? null))) return false;
    this.studio.replace(this.before);
    return true;
  }
}
