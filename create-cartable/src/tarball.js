import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Size of a block in a tar archive, and the largest archive that is read, both in bytes. */
const BLOCK = 512;
const LARGEST = 2 ** 29;

/**
 * Returns the manifest in an archive that npm packed; '' if it has none.
 * @param {Buffer} tar
 */
function manifestIn(tar) {
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const field = (/** @type {number} */ from, /** @type {number} */ to) =>
      tar.toString('utf8', at + from, at + to).replace(/\0[\s\S]*/, '');
    const size = Number.parseInt(field(124, 136), 8) || 0;
    const start = at + BLOCK;
    if (/^[^/]+\/package\.json$/.test(field(0, 100))) return tar.toString('utf8', start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return '';
}

/**
 * Tests whether a file is Cartable, as npm packed it.
 * @param {string} path
 */
export function isCartable(path) {
  try {
    const manifest = JSON.parse(manifestIn(gunzipSync(readFileSync(path), { maxOutputLength: LARGEST })));
    return manifest.name === 'cartable';
  } catch {
    return false;
  }
}

/**
 * Returns the name of the copy: that of the tarball, unless npm could read it as something else.
 * @param {string} path
 */
export function copyName(path) {
  const name = basename(path);
  return /^[a-z\d][\w.+-]*\.tgz$/i.test(name) ? name : 'cartable.tgz';
}
