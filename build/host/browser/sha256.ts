import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Files, Host } from '../host.ts';

/** Makes a synchronous SHA-256; the browser's own is asynchronous. @param files source of the files to hash */
export function sha256In(files: Files): Host['sha256'] {
  const encoder = new TextEncoder();
  return (pieces) => {
    const hash = digest.create();
    for (const piece of pieces) {
      if (typeof piece === 'string') hash.update(encoder.encode(piece));
      else hash.update('path' in piece ? files.read(piece.path) : piece);
    }
    return bytesToHex(hash.digest());
  };
}
