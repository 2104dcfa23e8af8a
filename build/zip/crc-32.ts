import { crc32 } from 'node:zlib';

/** Takes the place of the npm package `crc-32` when the program is bundled: Node's own is twice as fast. */
export default {
  /** @returns a signed number, as that package gives it */
  buf: (bytes: Uint8Array): number => crc32(bytes) | 0,
};
