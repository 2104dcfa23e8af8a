import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  type ReadStream,
  readSync,
  rmSync,
  type WriteStream,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ZipArchive } from 'archiver';
import { dirname } from 'pathe';
import { deflates } from '../deflates.ts';
import type { Entry, WrittenZip } from '../host.ts';
import { makeFolder } from './make-folder.ts';
import { partOf } from './part-of.ts';
import { putInPlace } from './put-in-place.ts';
import { sha256 } from './sha256.ts';

/** Larger files are never read into memory as a whole. */
export const LARGEST_STORED = 256 * 1024 * 1024;

/** High-water mark of the file's stream, in bytes. Smaller files of the course have their own memory. */
const BUFFERED = 1024 * 1024;

/** Levels of deflate; a very large file would take minutes at the usual one. */
const LEVEL = 6;
const LOWEST_LEVEL = 1;

/** Any fixed date works; some tools show a date of 1980 as an error. */
const DATE = new Date(Date.UTC(2000, 0, 1));

/** A file of the course. */
type FileEntry = Extract<Entry, { path: string }>;

/**
 * Writes a zip of these entries in this order. Same entries, same bytes: clock, time zone and folder have no influence.
 * Text is deflated, media are stored. The zip is written beside its target under a name with a dot.
 * @param path is overwritten only by a complete zip
 * @param beside is called once the zip is complete but not yet in place
 * @throws if a file can't be read or has changed, if the zip can't be written, or if `beside` throws; an old zip is then unchanged
 */
export async function writeZip(path: string, entries: readonly Entry[], beside?: (zip: WrittenZip) => void): Promise<WrittenZip> {
  makeFolder(dirname(path));
  const { part, output } = openPart(path);
  try {
    await writeEntries(output, entries);
    const zip = { bytes: output.bytesWritten, sha256: sha256([{ path: part }]) };
    beside?.(zip);
    putInPlace(part, path);
    return zip;
  } catch (error) {
    await closed(output);
    rmSync(part, { force: true });
    throw error;
  }
}

/** Opens a separate temporary file, even if this process writes the same zip several times at once. */
function openPart(path: string): { part: string; output: WriteStream } {
  for (let turn = 1; ; turn++) {
    const part = partOf(path, turn);
    try {
      return { part, output: createWriteStream(part, { fd: openSync(part, 'wx'), highWaterMark: BUFFERED }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Resolves once the file is closed, after pending writes. */
function closed(output: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (output.closed) resolve();
    else output.once('close', resolve).destroy();
  });
}

async function writeEntries(output: WriteStream, entries: readonly Entry[]): Promise<void> {
  // Imported when needed: most commands write no zip.
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ zlib: { level: entries.some(isGiant) ? LOWEST_LEVEL : LEVEL } });
  addInTurn(archive, output, entries).catch((error) => archive.destroy(error));
  await pipeline(archive, output);
}

/** Adds each entry only when the previous one is written or on its way: large files use the same memory in turn. */
async function addInTurn(archive: ZipArchive, output: WriteStream, entries: readonly Entry[]): Promise<void> {
  const files = entries.filter((entry) => 'path' in entry);
  const memory = Buffer.allocUnsafeSlow(files.filter(isShared).reduce((most, { bytes }) => Math.max(most, bytes), 0));
  for (const entry of entries) {
    if (!('path' in entry)) await add(archive, entry, bytesOf(entry.data));
    else if (isGiant(entry)) await addGiant(archive, entry);
    else await addFile(archive, output, entry, contentOf(entry, memory));
  }
  await archive.finalize();
}

function isGiant(entry: Entry): boolean {
  return 'path' in entry && entry.bytes > LARGEST_STORED;
}

/** True for files that share one buffer. The stream always asks to wait after each, which shows when it is written. */
function isShared(entry: FileEntry): boolean {
  return entry.bytes >= BUFFERED && !isGiant(entry) && !deflates(entry);
}

/** @throws if the file's length has changed since the package was planned */
function contentOf(entry: FileEntry, memory: Buffer): Buffer {
  const content = isShared(entry) ? memory.subarray(0, entry.bytes) : Buffer.allocUnsafeSlow(entry.bytes);
  const file = openSync(entry.path, 'r');
  try {
    let length = 0;
    for (let read = 1; read > 0 && length < entry.bytes; length += read) read = readSync(file, content, length, entry.bytes - length, null);
    if (length !== entry.bytes || fstatSync(file).size !== entry.bytes) throw changed(entry);
    return content;
  } finally {
    closeSync(file);
  }
}

function bytesOf(data: string | Uint8Array): Buffer {
  return typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/**
 * Resolves once archiver is done with an entry. A stored entry must never have a data descriptor (bit 3): Java's `ZipInputStream`
 * refuses a whole zip because of one. Archiver writes one for streams, so stored content is passed as a Buffer.
 */
async function add(archive: ZipArchive, entry: Entry, content: Buffer | ReadStream, store = !deflates(entry)): Promise<void> {
  const added = new Promise((resolve) => archive.once('entry', resolve));
  archive.append(content, { name: entry.name, date: DATE, mode: 0o644, store });
  await added;
}

/** Adds a file that is never in memory as a whole. It is a stream, and therefore deflated. */
async function addGiant(archive: ZipArchive, entry: FileEntry): Promise<void> {
  const content = createReadStream(entry.path);
  content.once('error', (error) => archive.destroy(error));
  archive.once('close', () => content.destroy());
  await add(archive, entry, content, false);
  if (content.bytesRead !== entry.bytes) throw changed(entry);
}

/** Adds a file of the course and waits until the zip's stream accepts more. */
async function addFile(archive: ZipArchive, output: WriteStream, entry: FileEntry, content: Buffer): Promise<void> {
  const passed = deflates(entry) || content.length === 0 ? undefined : passes(archive, content);
  await add(archive, entry, content);
  await passed;
  if (output.writableNeedDrain) await once(output, 'drain');
}

/** Resolves once archiver has emitted stored content, in one piece. */
function passes(archive: ZipArchive, content: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const look = (chunk: Buffer): void => {
      if (chunk.buffer !== content.buffer) return;
      archive.off('data', look);
      resolve();
    };
    archive.on('data', look);
  });
}

function changed({ path }: FileEntry): Error {
  return new Error(`${path} changed while it was being packaged.`);
}
