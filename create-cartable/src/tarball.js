import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * Tests whether a file is compressed as npm compresses packages.
 * @param {string} path
 */
export function isTarball(path) {
  const start = Buffer.alloc(2);
  try {
    const file = openSync(path, 'r');
    readSync(file, start);
    closeSync(file);
  } catch {
    return false;
  }
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * Returns the name of the copy: that of the tarball, unless npm could read it as something else.
 * @param {string} path
 */
export function copyName(path) {
  const name = basename(path);
  return /^[a-z\d][\w.+-]*\.tgz$/i.test(name) ? name : 'cartable.tgz';
}
