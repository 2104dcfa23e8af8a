/** Bytes of a file, read in pieces: a package may hold films. */
export interface ZipSource {
  /** Bytes in all. */
  readonly size: number;
  /** Reads some bytes. A range that ends after the last byte gives fewer. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** One entry of a zip, as its directory lists it. */
export interface ZipEntry {
  /** Name with slashes, as it is written. A folder's ends with a slash. */
  readonly name: string;
  /** Bytes of the name, to compare with the local header. */
  readonly rawName: Uint8Array;
  readonly isFolder: boolean;
  readonly method: 0 | 8;
  readonly flags: number;
  readonly crc: number;
  /** Bytes in the zip, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Position of the local header. */
  readonly offset: number;
}

/** Reasons to refuse a zip without looking further, each a rule. */
export type RefusalId =
  | 'zip-not'
  | 'zip-broken'
  | 'zip-split'
  | 'zip-encrypted'
  | 'zip-method'
  | 'zip-entries'
  | 'zip-bomb'
  | 'zip-outside'
  | 'zip-link'
  | 'zip-name'
  | 'zip-twice'
  | 'zip-headers'
  | 'zip-content';

/** A zip that is refused. */
export class ZipRefusal extends Error {
  readonly id: RefusalId;
  readonly item: string;

  /** @param item name of the entry, or what is wrong */
  constructor(id: RefusalId, item = '') {
    super(`${id} ${item}`);
    this.id = id;
    this.item = item;
  }
}

/** Makes a source of bytes in memory. */
export function sourceOf(bytes: Uint8Array): ZipSource {
  return { size: bytes.length, read: async (start, length) => bytes.subarray(start, Math.max(start, start + length)) };
}

/** Returns a view of bytes for numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads exactly some bytes. @throws ZipRefusal if the file ends before */
export async function readExactly(source: ZipSource, start: number, length: number): Promise<Uint8Array> {
  if (start < 0 || start + length > source.size) throw new ZipRefusal('zip-broken');
  const bytes = await source.read(start, length);
  if (bytes.length !== length) throw new ZipRefusal('zip-broken');
  return bytes;
}
