import { gzipSync } from 'node:zlib';

/** Bytes of a block in a tar archive. */
const BLOCK = 512;

/** Packs texts by path as npm packs a package. */
export function tarballOf(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const data = Buffer.from(text);
    const head = Buffer.alloc(BLOCK);
    head.write(name, 0);
    head.write(data.length.toString(8).padStart(11, '0'), 124);
    return [head, data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]));
}
