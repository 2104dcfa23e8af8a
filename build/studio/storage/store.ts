import type { Path } from '../engine/calls.ts';

/** Why a store can't do what was asked. */
export type StoreReason =
  /** The file isn't the version that would be replaced: something else has changed it. */
  | 'changed'
  /** No room is left. */
  | 'full'
  /** Permission was refused or withdrawn. */
  | 'forbidden'
  /** The folder or the file is gone, or the server doesn't answer. */
  | 'gone';

/** A file could not be read or written. Nothing was changed. */
export class StoreError extends Error {
  readonly reason: StoreReason;
  readonly path: Path;

  constructor(reason: StoreReason, path: Path, cause?: unknown) {
    super(`${reason}: ${path}`, { cause });
    this.reason = reason;
    this.path = path;
  }
}

/** A file, and the stamp of this version. Equal stamps mean equal content. */
export interface HeldFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stamp: string;
}

/**
 * The files of a project: a folder on disk, storage of this browser, or a folder behind `cartable studio`. Every method may throw
 * a `StoreError`.
 */
export interface Store {
  readonly kind: 'folder' | 'browser' | 'server';
  /** Name for people: the folder's. */
  readonly name: string;
  /** Names the project on its server, where others may have the same name. */
  readonly id?: string;
  /** The folder itself, to find it again at the next visit. */
  readonly handle?: FileSystemDirectoryHandle;
  /** Lists all files with the stamps of their versions. */
  list(): Promise<ReadonlyMap<Path, string>>;
  read(path: Path): Promise<HeldFile>;
  /**
   * Replaces a file as a whole, or makes it.
   * @param expected stamp of the version that it replaces; null: there is none yet
   * @returns the new stamp
   */
  write(path: Path, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string>;
  /** @param expected stamp of the version that is removed */
  remove(path: Path, expected: string): Promise<void>;
}
