import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, sep } from 'node:path';
import type { Diagnostics, Position } from './diagnostics.ts';
import { withoutForbiddenSigns } from './forbidden-signs.ts';
import { hasMergeMarks } from './merge-marks.ts';
import { nearest } from './nearest.ts';
import { lstatOrNull } from './stat.ts';

/** Largest Markdown or YAML file, in bytes. */
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** How an address begins that names a file of the author's own computer: `C:\Photos\quai.jpg`, `file:///…`. */
export const OWN_DISK = /^(?:[a-z]|file):/i;

/** Some editors begin a text with it. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Files of one folder: nothing outside it, nothing behind a link. */
export interface Folder {
  readonly root: string;
  /** Paths inside the folder, with slashes, that were looked at, where somebody asks: what is made of a file rests on these. */
  readonly seen?: Set<string>;
}

/** Opens a folder; its own path may hold links, what is in it may not. */
export function openFolder(path: string): Folder {
  return { root: realpathSync(path), seen: new Set() };
}

const PLAIN = /^[\x20-\x7e]*$/;

/** The entry of a folder that has a name: a Mac parts letters from their accents in it, a text that names the file does not. */
function entryIn(parent: string, name: string): string {
  const path = join(parent, name);
  if (PLAIN.test(name) || lstatOrNull(path)) return path;
  const same = name.normalize('NFC');
  return join(parent, namesIn(parent).find((entry) => entry.normalize('NFC') === same) ?? name);
}

/** Where a file of the folder stands on the disk. @param path one that `inspect` doesn't refuse */
export function onDisk({ root }: Folder, path: string): string {
  return normalize(path).split(sep).reduce(entryIn, root);
}

/**
 * What a relative path inside the folder names: a file's stat, or why it is refused. A backslash parts no folders, on
 * Windows neither: in a package and in an address it would not.
 */
export function inspect(folder: Folder, path: string): Stats | 'missing' | 'outside' {
  if (path.includes('\\')) return 'missing';
  const plain = normalize(path);
  if (isAbsolute(plain) || plain.startsWith('..') || plain.includes('\0')) return 'outside';
  folder.seen?.add(slashed(plain).normalize('NFC'));
  let current = folder.root;
  let stat: Stats | null = null;
  for (const part of plain.split(sep)) {
    current = entryIn(current, part);
    stat = lstatOrNull(current);
    if (!stat) return 'missing';
    if (stat.isSymbolicLink()) return 'outside';
  }
  return stat?.isFile() ? stat : 'missing';
}

/** Is there a folder where a file is looked for? @param path one that `inspect` doesn't refuse */
export function isFolder(folder: Folder, path: string): boolean {
  return !path.includes('\\') && lstatOrNull(onDisk(folder, path))?.isDirectory() === true;
}

/** A folder inside the root, or the one whose name is nearest to it; null where none is near. */
function nearestFolder(root: string, folder: string): string | null {
  if (lstatOrNull(join(root, folder))?.isDirectory()) return folder;
  // The course itself was moved away while it was read.
  if (folder === '.') return null;
  const parent = nearestFolder(root, dirname(folder));
  if (parent === null) return null;
  const folders = readdirSync(join(root, parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const near = nearest(
    basename(folder),
    folders.map(({ name }) => name),
  );
  return near === '' ? null : join(parent, near);
}

/** A path with slashes, as texts and packages have them, whatever the system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A file by that name in one of the folders inside the root, whose own name was left out or is another; '' where there is none. */
function elsewhere(root: string, name: string): string {
  const wanted = name.normalize('NFC').toLowerCase();
  for (const folder of namesIn(root)) {
    if (!lstatOrNull(join(root, folder))?.isDirectory()) continue;
    const found = namesIn(join(root, folder)).find((entry) => entry.normalize('NFC').toLowerCase() === wanted);
    if (found !== undefined) return slashed(join(folder, found));
  }
  return '';
}

/** The file whose place and name are nearest to those of a missing one, as a path in the folder; '' where none is near. */
export function nearestFile({ root }: Folder, path: string): string {
  const wanted = normalize(slashed(path));
  const folder = nearestFolder(root, dirname(wanted));
  const files = folder === null ? [] : readdirSync(join(root, folder)).map((name) => slashed(join(folder, name)));
  const near = folder === null ? '' : nearest(slashed(join(folder, basename(wanted))), files);
  return near || elsewhere(root, basename(wanted));
}

/**
 * Reads a text of the folder, or reports why not.
 * @param at where the file is named; for a file of its own, its beginning
 * @param missing what to report where it isn't there
 */
export function readText(
  folder: Folder,
  path: string,
  at: Position,
  diagnostics: Diagnostics,
  missing: 'missing-asset' | 'missing-bank' = 'missing-asset',
): string | null {
  const stat = inspect(folder, path);
  if (stat === 'missing' && isFolder(folder, path)) diagnostics.error('is-a-folder', at, { file: path });
  else if (stat === 'missing') diagnostics.error(missing, at, { file: path, near: nearestFile(folder, path) });
  else if (stat === 'outside') diagnostics.error('outside-folder', at, { file: path });
  else if (stat.size > LARGEST_TEXT) diagnostics.error('too-large', at, { file: path, limit: 2 });
  else {
    const file = onDisk(folder, path);
    const why = whyUnreadable(file);
    if (why === null) return decode(readFileSync(file), path, diagnostics);
    diagnostics.error('not-readable', at, { file: path, why });
  }
  return null;
}

/** Names in a folder, sorted; the system's word for why it can't be read. */
export function namesOrWhy(path: string): readonly string[] | string {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    return whyOf(error);
  }
}

/** Names in a folder, sorted; none where it can't be read. */
export function namesIn(path: string): readonly string[] {
  const names = namesOrWhy(path);
  return typeof names === 'string' ? [] : names;
}

function whyOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** The system's word for why a file can't be read; null where it can. */
export function whyUnreadable(path: string): string | null {
  try {
    closeSync(openSync(path, 'r'));
    return null;
  } catch (error) {
    return whyOf(error);
  }
}

/** Where the first bytes stand that are no UTF-8, or the first sign that no text holds. */
function placeOf(text: string, at: number, file: string): Position {
  const before = text.slice(0, Math.max(0, at)).split(/\r\n|\r|\n/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function decode(bytes: Buffer, path: string, diagnostics: Diagnostics): string | null {
  const text = bytes.toString('utf8', bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0);
  // The sign that stands for bytes that can't be read; zeros are those of UTF-16.
  const bad = isUtf8(bytes) ? text.indexOf('\0') : text.indexOf('\ufffd');
  if (bad >= 0) {
    diagnostics.error('not-text', placeOf(text, bad, path));
    return null;
  }
  // Lines may end in any way; from here on they end in one.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return hasMergeMarks(lines, path, diagnostics) ? null : withoutForbiddenSigns(lines, path, diagnostics);
}
