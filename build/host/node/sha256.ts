import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Hashed } from '../host.ts';

/** Bytes of a file in memory at a time. */
const PIECE = 1024 * 1024;

function addFile(hash: Hash, path: string): void {
  const file = openSync(path, 'r');
  try {
    const memory = new Uint8Array(PIECE);
    for (let length = readSync(file, memory); length > 0; length = readSync(file, memory)) hash.update(memory.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

/**
 * Computes SHA-256 over all pieces in order, hexadecimal.
 * @throws if a file can't be read
 */
export function sha256(pieces: Iterable<Hashed>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece instanceof Uint8Array) hash.update(piece);
    else addFile(hash, piece.path);
  }
  return hash.digest('hex');
}
