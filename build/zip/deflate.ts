import { crc32, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** Bytes as a zip holds them. */
export interface Deflated {
  readonly level: number | undefined;
  readonly crc: number;
  readonly bytes: Buffer;
}

/** By Buffer: the schemas and scripts of a build are the same in all its packages. */
const known = new WeakMap<Uint8Array, Deflated>();

/** Deflates a Buffer, once for each level that is asked for in turn. Its bytes must not change afterwards. */
export function deflated(content: Uint8Array, options: ZlibOptions): Deflated {
  const before = known.get(content);
  if (before && before.level === options.level) return before;
  const result = { level: options.level, crc: crc32(content), bytes: deflateRawSync(content, options) };
  known.set(content, result);
  return result;
}
