import { crc32, deflateRaw, type ZlibOptions } from 'node:zlib';

/** Bytes as a zip holds them. */
export interface Deflated {
  readonly crc: number;
  readonly bytes: Buffer;
}

interface Known {
  readonly level: number | undefined;
  readonly result: Promise<Deflated>;
}

/** By Buffer: the schemas and scripts of a build are the same in all its packages. */
const known = new WeakMap<Uint8Array, Known>();

/** Deflates a Buffer on another core, once for each level that is asked for in turn. Its bytes must not change afterwards. */
export function deflated(content: Uint8Array, options: ZlibOptions): Promise<Deflated> {
  const before = known.get(content);
  if (before && before.level === options.level) return before.result;
  const result = new Promise<Deflated>((resolve, reject) => {
    deflateRaw(content, options, (error, bytes) => (error ? reject(error) : resolve({ crc: crc32(content), bytes })));
  });
  known.set(content, { level: options.level, result });
  return result;
}
