import { gzip, type ZlibOptions } from 'node:zlib';

/** Bytes as a zip holds them. */
export interface Deflated {
  readonly crc: number;
  readonly bytes: Buffer;
  /** How many bytes it takes as a server sends it. */
  readonly gzip: number;
}

interface Known {
  readonly level: number | undefined;
  readonly result: Promise<Deflated>;
}

/** What gzip has around the deflated bytes (RFC 1952 §2.3): a head, the checksum with its lowest byte first, the length. */
const HEAD = 10;
const TAIL = 8;

/** By Buffer: the schemas and scripts of a build are the same in all its packages. */
const known = new WeakMap<Uint8Array, Known>();

/** Deflates a Buffer on another core, once for each level that is asked for in turn. Its bytes must not change afterwards. */
export function deflated(content: Uint8Array, { level }: ZlibOptions): Promise<Deflated> {
  const before = known.get(content);
  if (before && before.level === level) return before.result;
  const result = new Promise<Deflated>((resolve, reject) => {
    // Texts take a third of their length at most: each chunk of the result is a round trip to another thread.
    const chunkSize = Math.max(1024, Math.ceil(content.length / 3));
    gzip(content, level === undefined ? { chunkSize } : { level, chunkSize }, (error, packed) => {
      if (error) reject(error);
      else resolve({ crc: packed.readUInt32LE(packed.length - TAIL), bytes: packed.subarray(HEAD, -TAIL), gzip: packed.length });
    });
  });
  known.set(content, { level, result });
  return result;
}
