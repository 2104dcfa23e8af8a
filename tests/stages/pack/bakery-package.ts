import { chmodSync, mkdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../build/host/host.ts';
import { LARGEST_STORED } from '../../../build/host/node/zip.ts';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

/** The files that every package of the bakery course has. */
export const TEXTS: readonly Entry[] = [
  { name: 'index.html', data: '<!doctype html><title>Pétrir</title>'.repeat(50) },
  { name: 'content.js', data: 'window.seance = "levain";'.repeat(200) },
  { name: 'style.css', data: new TextEncoder().encode('.pain { color: brown }'.repeat(60)) },
  { name: 'witness.png', data: PICTURE },
];

function file(folder: string, name: string, content: Buffer): Entry {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { name: `assets/${name}`, path, bytes: content.length };
}

/** Bytes that don't deflate, always the same. */
export function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}

/** Files of a course on disk: small ones. */
export function pictures(folder: string): Entry[] {
  mkdirSync(folder, { recursive: true });
  return [
    file(folder, 'four.jpg', noise(20_000, 1)),
    file(folder, 'plan.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(20))),
    file(folder, 'vide.mp3', Buffer.alloc(0)),
  ];
}

/** Files of a course on disk: too many bytes to be held at once. */
export function films(folder: string): Entry[] {
  mkdirSync(folder, { recursive: true });
  return [
    file(folder, 'petrir.mp4', noise(3_000_000, 2)),
    file(folder, 'cuire.mp4', noise(2_500_001, 3)),
    file(folder, 'z.webm', noise(9, 4)),
  ];
}

/** With a file that is never held in memory: mostly a hole, so that it costs no room on the disk. */
export function giant(folder: string): Entry[] {
  return [...films(folder), hole(folder, LARGEST_STORED + 1)];
}

function hole(folder: string, bytes: number): Entry {
  const path = join(folder, 'journee.mp4');
  writeFileSync(path, noise(300_000, 5));
  truncateSync(path, bytes);
  return { name: 'assets/journee.mp4', path, bytes };
}

/**
 * Makes the same files look otherwise: older, and for their owner alone.
 * @public a script of its own imports it
 */
export function disguise(entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (!('path' in entry)) continue;
    utimesSync(entry.path, 1_000_000_000, 1_000_000_000);
    chmodSync(entry.path, 0o600);
  }
}
