import { crc32, gzip, type ZlibOptions } from 'node:zlib';
import { LEVEL } from './level.ts';

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

function unpacked(packed: Buffer): Deflated {
  return { crc: packed.readUInt32LE(packed.length - TAIL), bytes: packed.subarray(HEAD, -TAIL), gzip: packed.length };
}

/** Takes over what `gzip` made of a Buffer at the usual level, unless that was another content. */
export function rememberDeflated(content: Uint8Array, packed: Buffer): void {
  const result = unpacked(packed);
  const isSame = packed.readUInt32LE(packed.length - TAIL / 2) === content.length && result.crc === crc32(content);
  if (isSame) known.set(content, { level: LEVEL, result: Promise.resolve(result) });
}

/** Texts under way at once: each takes a quarter of a MiB for itself as soon as it is begun. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

function begin(task: () => void): void {
  if (running === AT_ONCE) waiting.push(task);
  else {
    running++;
    task();
  }
}

function end(): void {
  running--;
  const next = waiting.shift();
  if (next) begin(next);
}

function pack(content: Uint8Array, options: ZlibOptions): Promise<Deflated> {
  return new Promise((resolve, reject) => {
    begin(() => {
      gzip(content, options, (error, packed) => {
        end();
        if (error) reject(error);
        else resolve(unpacked(packed));
      });
    });
  });
}

/** Deflates a Buffer on another core, once for each level that is asked for in turn. Its bytes must not change afterwards. */
export function deflated(content: Uint8Array, { level }: ZlibOptions): Promise<Deflated> {
  const before = known.get(content);
  if (before && before.level === level) return before.result;
  // Texts take a third of their length at most: each chunk of the result is a round trip to another thread.
  const chunkSize = Math.max(1024, Math.ceil(content.length / 3));
  const result = pack(content, level === undefined ? { chunkSize } : { level, chunkSize });
  known.set(content, { level, result });
  return result;
}
