import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Entry } from './built.ts';
import { bytesOf } from './zip/content.ts';

/** Only tells one content from another; it takes half the time of SHA-256 where a processor has no instructions for either. */
const DIGEST = 'sha1';

/** By Buffer: most files of a build are in several packages. */
const digests = new WeakMap<Buffer, Buffer>();

function digestOf(bytes: Buffer): Buffer {
  const known = digests.get(bytes);
  if (known) return known;
  const digest = createHash(DIGEST).update(bytes).digest();
  digests.set(bytes, digest);
  return digest;
}

/**
 * Names what a package is made of: the same key, the same zip. Large media are known by length and time of their last change.
 * @param stamp names the program
 */
export function packageKey(entries: readonly Entry[], manifest: string, stamp: string): string {
  const hash = createHash(DIGEST).update(stamp).update(manifest);
  for (const entry of entries) {
    hash.update(`\0${entry.name}\0`);
    hash.update('path' in entry ? `${entry.bytes} ${statSync(entry.path).mtimeMs}` : digestOf(bytesOf(entry)));
  }
  return hash.digest('hex');
}
