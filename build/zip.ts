import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, promises, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ZipArchive } from 'archiver';
import type { Entry } from './built.ts';
import { bytesOf, deflates } from './zip/content.ts';
import { FileOutput } from './zip/file-output.ts';
import { LEVEL } from './zip/level.ts';

/** Up to this many bytes a zip is put together in memory and written at once. */
const WHOLE = 4 * 1024 * 1024;

/** Larger files are never held in memory. */
export const LARGEST_STORED = 256 * 1024 * 1024;

/** Up to this size a stored file has memory of its own. */
const SMALL = 16 * 1024;

const LOWEST_LEVEL = 1;

/** Any fixed moment does; some tools show a time of 1980 as an error. */
const DATE = new Date(Date.UTC(2000, 0, 1));

export interface WrittenZip {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes a zip of these entries in this order. Same entries, same bytes: neither clock, time zone nor folder is in it.
 * Text is deflated, media are stored. A stored entry never has a data descriptor (bit 3): Java's `ZipInputStream` refuses a whole
 * zip for one. Archiver writes one for streams, so what is stored is handed over as a Buffer; only a file over `LARGEST_STORED`
 * goes through a stream, and is deflated for that reason, at the lowest level.
 * @param path is overwritten, and is left incomplete where this fails
 */
export async function writeZip(path: string, entries: readonly Entry[]): Promise<WrittenZip> {
  // Imported when needed: most commands write no zip.
  const { ZipArchive } = await import('archiver');
  const giant = entries.some(isGiant);
  const archive = new ZipArchive({ statConcurrency: 1, highWaterMark: 1024 * 1024, zlib: { level: giant ? LOWEST_LEVEL : LEVEL } });
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  return size <= WHOLE ? writeWhole(archive, path, entries) : writeParts(archive, path, entries);
}

function sizeOf(entry: Entry): number {
  return 'path' in entry ? entry.bytes : entry.data.length;
}

function isGiant(entry: Entry): boolean {
  return 'path' in entry && entry.bytes > LARGEST_STORED;
}

function add(archive: ZipArchive, entry: Entry, content: Buffer | Readable, store: boolean): void {
  archive.append(content, { name: entry.name, date: DATE, mode: 0o644, store });
}

async function writeWhole(archive: ZipArchive, path: string, entries: readonly Entry[]): Promise<WrittenZip> {
  const chunks: Buffer[] = [];
  archive.on('data', (chunk) => chunks.push(chunk));
  for (const entry of entries) add(archive, entry, bytesOf(entry), !deflates(entry));
  await Promise.all([finished(archive), archive.finalize()]);
  return writeChunks(path, chunks);
}

/** Writes a file piece by piece: the whole would take as much memory again. */
function writeChunks(path: string, chunks: readonly Buffer[]): WrittenZip {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) {
      // Unlike a single write, this one goes on until all of it is there.
      writeFileSync(file, chunk);
      hash.update(chunk);
    }
  } finally {
    closeSync(file);
  }
  return { bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0), sha256: hash.digest('hex') };
}

async function writeParts(archive: ZipArchive, path: string, entries: readonly Entry[]): Promise<WrittenZip> {
  const output = new FileOutput(openSync(path, 'w'));
  const closed = new Promise<void>((resolve) => output.once('close', resolve));
  const failed = new Promise<never>((_, reject) => {
    archive.on('error', reject);
    output.on('error', reject);
  });
  try {
    archive.pipe(output);
    await Promise.race([failed, addInTurn(archive, output, entries)]);
    return { bytes: output.bytes, sha256: output.sha256() };
  } catch (error) {
    archive.abort();
    output.destroy();
    throw error;
  } finally {
    await closed;
  }
}

/** One entry after the other, each only when the one before is in the file: the memory of stored files is used over and over. */
async function addInTurn(archive: ZipArchive, output: FileOutput, entries: readonly Entry[]): Promise<void> {
  const memory = Buffer.allocUnsafeSlow(largestStored(entries));
  for (const entry of entries) {
    const added = new Promise<void>((resolve) => archive.once('entry', () => resolve()));
    if ('path' in entry && isGiant(entry)) {
      const content = createReadStream(entry.path);
      content.once('error', (error) => output.destroy(error));
      add(archive, entry, content, false);
    } else if (!('path' in entry) || deflates(entry)) {
      add(archive, entry, bytesOf(entry), !deflates(entry));
    } else {
      const isSmall = entry.bytes <= SMALL;
      const content = await readInto(isSmall ? Buffer.allocUnsafe(entry.bytes) : memory, entry.path, entry.bytes);
      // What is small may go into the file together with what comes after it.
      const written = isSmall ? undefined : output.written(content);
      add(archive, entry, content, true);
      await written;
    }
    await added;
  }
  await Promise.all([archive.finalize(), finished(output)]);
}

function largestStored(entries: readonly Entry[]): number {
  const sizes = entries.map((entry) => ('path' in entry && !isGiant(entry) && !deflates(entry) ? entry.bytes : 0));
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

/** @throws where the file hasn't the length that it had when the package was planned */
async function readInto(memory: Buffer, path: string, bytes: number): Promise<Buffer> {
  const file = await promises.open(path);
  try {
    let length = 0;
    while (length < bytes) {
      const { bytesRead } = await file.read(memory, length, bytes - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length < bytes || (await file.stat()).size !== bytes) throw new Error(`${path} changed while it was being packaged.`);
    return memory.subarray(0, bytes);
  } finally {
    await file.close();
  }
}
