import { Inflate } from 'fflate';
import { sameBytes } from '../../model/same-bytes.ts';
import { readExactly, viewOf, type ZipEntry, ZipRefusal, type ZipSource } from './source.ts';

const LOCAL = 0x04034b50;
const HEADER = 30;

/** Bytes that are read at once. Unpacked, they are at most a thousand times as many. */
const PIECE = 64 * 1024;

/** Table of CRC-32. */
const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Continues the checksum of a zip over some bytes. Begins with `0xffffffff`; the result is inverted at the end. */
function crcOver(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (let at = 0; at < bytes.length; at++) crc = (CRC[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc;
}

/**
 * Compares an entry's local header with the directory: programs that read one or the other would unpack different files.
 * @returns position of the content
 * @throws ZipRefusal
 */
export async function contentStart(source: ZipSource, entry: ZipEntry): Promise<number> {
  const { name, rawName, offset, flags, method, crc, packed, size } = entry;
  const view = viewOf(await readExactly(source, offset, HEADER));
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  if (view.getUint32(0, true) !== LOCAL) throw new ZipRefusal('zip-headers', name);
  const localName = await readExactly(source, offset + HEADER, nameLength);
  const localFlags = view.getUint16(6, true);
  const isStreamed = (localFlags & 8) !== 0;
  const fits = (at: number, value: number): boolean => {
    const local = view.getUint32(at, true);
    return local === value || (isStreamed && local === 0) || (at > 14 && local === 0xffffffff);
  };
  const agrees =
    sameBytes(localName, rawName) &&
    view.getUint16(8, true) === method &&
    (localFlags & 0x41) === (flags & 0x41) &&
    fits(14, crc) &&
    fits(18, packed) &&
    fits(22, size);
  if (!agrees) throw new ZipRefusal('zip-headers', name);
  return offset + HEADER + nameLength + extraLength;
}

/** Unpacks an entry piece by piece. @throws ZipRefusal if size or checksum isn't the stated one, as soon as that is known */
export async function* contentOf(source: ZipSource, entry: ZipEntry): AsyncGenerator<Uint8Array, void> {
  const start = await contentStart(source, entry);
  let [size, crc] = [0, 0xffffffff];
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  const refusal = new ZipRefusal('zip-content', entry.name);
  for (let at = 0; at < entry.packed || at === 0; at += PIECE) {
    const bytes = await readExactly(source, start + at, Math.min(PIECE, entry.packed - at));
    try {
      if (entry.method === 0) pieces.push(bytes);
      else inflate.push(bytes, at + PIECE >= entry.packed);
    } catch {
      throw refusal;
    }
    for (const piece of pieces.splice(0)) {
      size += piece.length;
      if (size > entry.size) throw refusal;
      crc = crcOver(piece, crc);
      yield piece;
    }
  }
  if (size !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc) throw refusal;
}

/** Unpacks an entry into memory. @throws ZipRefusal */
export async function bytesOf(source: ZipSource, entry: ZipEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of contentOf(source, entry)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
