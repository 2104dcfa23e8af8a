import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** One file of a zip, with data of both headers. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  readonly stored: boolean;
  /** Bit 3 of either header: sizes and checksum are only after the content. */
  readonly descriptor: boolean;
  readonly modified: Date;
  readonly mode: number;
}

/** Limits beyond which a zip counts as a bomb. */
export interface ZipCaps {
  readonly entries: number;
  /** Bytes of all content together. */
  readonly bytes: number;
  /** Bytes of content for one byte of the zip. */
  readonly ratio: number;
}

const CAPS: ZipCaps = { entries: 5000, bytes: 512 * 1024 * 1024, ratio: 200 };
const DESCRIPTOR = 8;
const LINK = 0o120000;

/**
 * Reads a zip in the order of its directory; checksums are compared.
 * @throws if a limit is exceeded, and for links, folders, absolute names and names that lead outside
 */
export async function readZip(file: string, caps: Partial<ZipCaps> = {}): Promise<ZipEntry[]> {
  const limits = { ...CAPS, ...caps };
  const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
  if (zip.entryCount > limits.entries) throw new Error(`${zip.entryCount} entries`);
  const entries: ZipEntry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes) throw new Error(`more than ${limits.bytes} bytes`);
    if (entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 1)) throw new Error(`${entry.fileName} swells`);
    entries.push(await readEntry(zip, entry));
  }
  return entries;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<ZipEntry> {
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & 0o170000) === LINK) throw new Error(`${entry.fileName} is a link`);
  if (entry.fileName.endsWith('/')) throw new Error(`${entry.fileName} is a folder`);
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (header.fileName.toString() !== entry.fileName) throw new Error(`${entry.fileName} has another name in its own header`);
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} has another checksum`);
  return {
    name: entry.fileName,
    content,
    stored: entry.compressionMethod === 0 && header.compressionMethod === 0,
    descriptor: ((entry.generalPurposeBitFlag | header.generalPurposeBitFlag) & DESCRIPTOR) !== 0,
    modified: entry.getLastModDate({ timezone: 'UTC' }),
    mode: mode & 0o777,
  };
}
