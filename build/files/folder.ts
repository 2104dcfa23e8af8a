import { basename, dirname, isAbsolute, join, normalize } from 'pathe';
import type { Diagnostics, Position } from '../diagnostics/diagnostics.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { FileFacts, Files } from '../host/host.ts';
import { withoutForbiddenCharacters } from './forbidden-characters.ts';
import { hasMergeMarks } from './merge-marks.ts';

/** Largest Markdown or YAML file, in bytes. */
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** Start of an address on the author's own computer: `C:\Photos\quai.jpg`, `file:///…`. */
export const OWN_DISK = /^(?:[a-z]|file):/i;

/** Files of one folder, without links and anything outside it. */
export interface Folder {
  readonly root: string;
  readonly files: Files;
  /** Paths inside the folder, with slashes, that were looked at: results depend on these files. Absent if not needed. */
  readonly seen?: Set<string>;
}

/** Opens a folder; its own path may contain links, its content may not. */
export function openFolder(path: string, files: Files): Folder {
  return { root: normalize(files.realPath(path)), files, seen: new Set() };
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Finds the entry of a folder by name. macOS decomposes accented letters in file names; texts don't. */
function entryIn(files: Files, parent: string, name: string): string {
  const path = join(parent, name);
  if (PLAIN.test(name) || files.facts(path)) return path;
  const same = name.normalize('NFC');
  return join(parent, namesIn(files, parent).find((entry) => entry.normalize('NFC') === same) ?? name);
}

/** Returns the path of a file on the disk. @param path one that `inspect` doesn't refuse */
export function onDisk({ root, files }: Folder, path: string): string {
  return normalize(path)
    .split('/')
    .reduce((parent, name) => entryIn(files, parent, name), root);
}

/**
 * Returns facts about the file at a relative path inside the folder, or why it is refused. A backslash doesn't separate folders,
 * not even on Windows, because it doesn't in packages and addresses.
 */
export function inspect(folder: Folder, path: string): FileFacts | 'missing' | 'outside' {
  if (path.includes('\\')) return 'missing';
  const plain = normalize(path);
  if (isAbsolute(plain) || plain.startsWith('..') || plain.includes('\0')) return 'outside';
  folder.seen?.add(plain.normalize('NFC'));
  let current = folder.root;
  let facts: FileFacts | null = null;
  for (const part of plain.split('/')) {
    current = entryIn(folder.files, current, part);
    facts = folder.files.facts(current);
    if (!facts) return 'missing';
    if (facts.kind === 'link') return 'outside';
  }
  return facts?.kind === 'file' ? facts : 'missing';
}

/** Tests whether there is a folder at the path of a file. @param path one that `inspect` doesn't refuse */
export function isFolder(folder: Folder, path: string): boolean {
  return !path.includes('\\') && folder.files.facts(onDisk(folder, path))?.kind === 'folder';
}

/** Lists the folders in a folder, without links. */
function foldersIn(files: Files, path: string): readonly string[] {
  return namesIn(files, path).filter((name) => files.facts(join(path, name))?.kind === 'folder');
}

/** Finds a folder inside the root, or the one with the nearest name; null if none is near. */
function nearestFolder({ root, files }: Folder, path: string): string | null {
  if (files.facts(join(root, path))?.kind === 'folder') return path;
  // The course was moved away while it was read.
  if (path === '.') return null;
  const parent = nearestFolder({ root, files }, dirname(path));
  if (parent === null) return null;
  const near = nearest(basename(path), foldersIn(files, join(root, parent)));
  return near === '' ? null : join(parent, near);
}

/** Converts a path to slashes, as texts and packages have them on every system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Finds a file of that name in any folder inside the root, if the folder was left out or misspelt; '' if there is none. */
function elsewhere({ root, files }: Folder, name: string): string {
  const wanted = name.normalize('NFC').toLowerCase();
  for (const folder of foldersIn(files, root)) {
    const found = namesIn(files, join(root, folder)).find((entry) => entry.normalize('NFC').toLowerCase() === wanted);
    if (found !== undefined) return join(folder, found);
  }
  return '';
}

/** Finds the file with the path and name nearest to a missing one, as a path in the folder; '' if none is near. */
export function nearestFile(folder: Folder, path: string): string {
  const wanted = normalize(path);
  const parent = nearestFolder(folder, dirname(wanted));
  if (parent === null) return elsewhere(folder, basename(wanted));
  const known = namesIn(folder.files, join(folder.root, parent)).map((name) => join(parent, name));
  return nearest(join(parent, basename(wanted)), known) || elsewhere(folder, basename(wanted));
}

/**
 * Reads a text of the folder, or reports why not.
 * @param at position that names the file, or the beginning of the file itself
 * @param missing code to report if the file doesn't exist
 */
export function readText(
  folder: Folder,
  path: string,
  at: Position,
  diagnostics: Diagnostics,
  missing: 'missing-asset' | 'missing-bank' = 'missing-asset',
): string | null {
  const facts = inspect(folder, path);
  if (facts === 'missing' && isFolder(folder, path)) diagnostics.error('is-a-folder', at, { file: path });
  else if (facts === 'missing') diagnostics.error(missing, at, { file: path, near: nearestFile(folder, path) });
  else if (facts === 'outside') diagnostics.error('outside-folder', at, { file: path });
  else if (facts.bytes > LARGEST_TEXT) diagnostics.error('too-large', at, { file: path, limit: 2 });
  else {
    const file = onDisk(folder, path);
    const why = whyUnreadable(folder.files, file);
    if (why === null) return decode(folder.files.read(file), path, diagnostics);
    diagnostics.error('not-readable', at, { file: path, why });
  }
  return null;
}

/** Lists the names in a folder, sorted, or returns the system's error code if it can't be read. */
export function namesOrWhy(files: Files, path: string): readonly string[] | string {
  try {
    return files.list(path);
  } catch (error) {
    return whyOf(error);
  }
}

/** Lists the names in a folder, sorted; none if it can't be read. */
export function namesIn(files: Files, path: string): readonly string[] {
  const names = namesOrWhy(files, path);
  return typeof names === 'string' ? [] : names;
}

function whyOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? String(error);
}

/** Returns the system's error code if a file can't be read, otherwise null. */
export function whyUnreadable(files: Files, path: string): string | null {
  try {
    files.head(path, 0);
    return null;
  } catch (error) {
    return whyOf(error);
  }
}

/** Finds the position of the first bytes that aren't UTF-8, or of the first character that no text contains. */
function placeOf(text: string, at: number, file: string): Position {
  const before = text.slice(0, Math.max(0, at)).split(/\r\n|\r|\n/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Finds the first character that isn't text: a replacement for bytes that aren't UTF-8, or a zero byte of UTF-16. */
function badIndex(bytes: Uint8Array, text: string): number {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.indexOf('\0');
  } catch {
    return text.indexOf('\ufffd');
  }
}

function decode(bytes: Uint8Array, path: string, diagnostics: Diagnostics): string | null {
  // `decode` drops the byte order mark that some editors write.
  const text = new TextDecoder().decode(bytes);
  const bad = badIndex(bytes, text);
  if (bad >= 0) {
    diagnostics.error('not-text', placeOf(text, bad, path));
    return null;
  }
  // Normalises line ends to `\n`.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return hasMergeMarks(lines, path, diagnostics) ? null : withoutForbiddenCharacters(lines, path, diagnostics);
}
