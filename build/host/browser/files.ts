import { basename, dirname, resolve } from 'pathe';
import { sameBytes } from '../../model/same-bytes.ts';
import type { FileFacts, Files } from '../host.ts';

interface HeldFile {
  readonly bytes: Uint8Array;
  readonly changed: number;
}

/** Makes an error with a code, as Node does. */
function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** Normalises an absolute path. */
function plain(path: string): string {
  return resolve('/', path);
}

/** Lists the folders above a path, the nearest first, the root last. */
function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}

/** Files in memory, without links and empty folders. The bytes of a file are never changed, only replaced. */
export class MemoryFiles implements Files {
  private readonly held = new Map<string, HeldFile>();
  /** Names in each folder. */
  private readonly folders = new Map<string, Set<string>>();
  private readonly written = new Set<string>();
  private lastChange = 0;

  facts(path: string): FileFacts | null {
    const file = this.held.get(plain(path));
    if (file) return { kind: 'file', bytes: file.bytes.length, changed: file.changed };
    return this.folders.has(plain(path)) ? { kind: 'folder', bytes: 0, changed: 0 } : null;
  }

  factsBehind(path: string): FileFacts | null {
    return this.facts(path);
  }

  realPath(path: string): string {
    if (!this.facts(path)) throw failure('ENOENT', path);
    return plain(path);
  }

  list(path: string): readonly string[] {
    const names = this.folders.get(plain(path));
    if (!names) throw failure(this.held.has(plain(path)) ? 'ENOTDIR' : 'ENOENT', path);
    return [...names].sort();
  }

  read(path: string): Uint8Array {
    const file = this.held.get(plain(path));
    if (!file) throw failure(this.folders.has(plain(path)) ? 'EISDIR' : 'ENOENT', path);
    return file.bytes;
  }

  head(path: string, length: number): Uint8Array {
    return this.read(path).subarray(0, length);
  }

  /** Adds a file from outside, such as a text that an author has saved. */
  put(path: string, content: Uint8Array | string): void {
    this.checkRoom(path);
    this.written.delete(plain(path));
    this.hold(plain(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  write(path: string, content: Uint8Array | string): void {
    this.put(path, content);
    this.written.add(plain(path));
  }

  writeTogether(files: readonly { readonly path: string; readonly data: Uint8Array }[]): void {
    const changed = files.filter(({ path, data }) => {
      const old = this.held.get(plain(path));
      return !old || !sameBytes(old.bytes, data);
    });
    for (const { path } of changed) this.checkRoom(path);
    for (const { path, data } of changed) this.write(path, data);
  }

  remove(path: string): void {
    if (!this.held.delete(plain(path))) return;
    this.written.delete(plain(path));
    let removed = plain(path);
    for (const folder of foldersAbove(removed)) {
      const names = this.folders.get(folder);
      names?.delete(basename(removed));
      if (names && names.size > 0) return;
      this.folders.delete(folder);
      removed = folder;
    }
  }

  /** Paths of the files written, not put, since `forgetWritten`; sorted. */
  writtenPaths(): readonly string[] {
    return [...this.written].sort();
  }

  forgetWritten(): void {
    this.written.clear();
  }

  /** @throws if a folder has the path of the file, or a file has the path of a folder above it */
  private checkRoom(path: string): void {
    if (this.folders.has(plain(path))) throw failure('EISDIR', path);
    if (foldersAbove(plain(path)).some((folder) => this.held.has(folder))) throw failure('ENOTDIR', path);
  }

  private hold(path: string, bytes: Uint8Array): void {
    // Each change gets its own time, though a browser's clock is coarse: media are compared by size and time.
    this.lastChange = Math.max(Date.now(), this.lastChange + 1);
    this.held.set(path, { bytes, changed: this.lastChange });
    let inner = path;
    for (const folder of foldersAbove(path)) {
      const names = this.folders.get(folder) ?? new Set();
      this.folders.set(folder, names.add(basename(inner)));
      inner = folder;
    }
  }
}
