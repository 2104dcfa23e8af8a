/** Facts about the file or folder at a path. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Size of a file in bytes. */
  readonly bytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly changed: number;
}

/**
 * The files that a build reads and writes: a disk, or files in memory. Paths are absolute, with slashes.
 * Errors have the system's `code` (`ENOENT`, `EACCES` …) and the `path`.
 */
export interface Files {
  /** Facts about a path, without following links. Null if nothing is there. */
  facts(path: string): FileFacts | null;
  /** Facts about the target of a path, following links. Null if nothing is there. */
  factsBehind(path: string): FileFacts | null;
  /** Resolves links in a path. @throws if nothing is there */
  realPath(path: string): string;
  /** Lists the names in a folder, sorted. @throws if it can't be read */
  list(path: string): readonly string[];
  /** Reads a whole file. @throws if it can't be read */
  read(path: string): Uint8Array;
  /** Reads the first bytes of a file, at most `length`. @throws if it can't be read */
  head(path: string, length: number): Uint8Array;
  /**
   * Replaces a file, and makes the folders above it. A reader sees the old content or the new one, never a part.
   * @throws if it can't be written; the old file is then unchanged
   */
  write(path: string, content: Uint8Array | string): void;
  /**
   * Replaces several files in the same way: none is replaced before all are written. A file that already has its content stays
   * untouched, because another program may have it open.
   * @throws if one can't be written; if none could be replaced yet, all are unchanged
   */
  writeTogether(files: readonly { readonly path: string; readonly data: Uint8Array }[]): void;
  /** Removes a file, if there is one. */
  remove(path: string): void;
}

/** Bytes, text as UTF-8, or a file that is read in pieces. */
export type Hashed = Uint8Array | string | { readonly path: string };

/** One file of a zip: bytes in memory, or a file of the course (media are stored, never deflated). */
export type Entry =
  | { readonly name: string; readonly data: string | Uint8Array }
  | { readonly name: string; readonly path: string; readonly bytes: number };

/** A written zip. */
export interface WrittenZip {
  readonly bytes: number;
  /** SHA-256 of the zip, hexadecimal. */
  readonly sha256: string;
}

/** Differences between Node and a browser. */
export interface Host {
  readonly files: Files;
  /** Formats a path for messages: relative to the folder in which a command runs, if there is one. */
  shown(path: string): string;
  /** Computes SHA-256 over all pieces in order, hexadecimal. */
  sha256(pieces: Iterable<Hashed>): string;
  /**
   * Writes a zip of these entries in this order: same entries, same bytes on the same host.
   * @param path is overwritten only by a complete zip
   * @param beside is called once the zip is complete but not yet in place; if it throws, the old zip stays
   */
  writeZip(path: string, entries: readonly Entry[], beside?: (zip: WrittenZip) => void): Promise<WrittenZip>;
}
