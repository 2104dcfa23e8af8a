import type { GivenFile } from '../engine/results-calls.ts';

/** Largest file that is read, in bytes; the same as on the command line. */
export const LARGEST = 256 * 1024 * 1024;

/**
 * Lists the files that are read: of a folder those in it, not below it. Names with a dot in front are the system's.
 */
export function wantedFiles(files: Iterable<File>): readonly File[] {
  return [...files].filter(({ name, webkitRelativePath }) => !/^[.~]/.test(name) && webkitRelativePath.split('/').length <= 2);
}

/** Reads files as a whole. */
export async function readGiven(files: readonly File[]): Promise<readonly GivenFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Adds files to a list; one of the same name is replaced. */
export function withFiles(list: readonly GivenFile[], more: readonly GivenFile[]): readonly GivenFile[] {
  const names = new Set(more.map(({ name }) => name));
  return [...list.filter(({ name }) => !names.has(name)), ...more].sort((one, other) => (one.name < other.name ? -1 : 1));
}
