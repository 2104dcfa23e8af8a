import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FILMS, PICTURES, SOUNDS } from './attribute-types.ts';
import { captionsIn } from './captions.ts';
import type { Diagnostics, Position } from './diagnostics.ts';
import { type Folder, inspect, isFolder, LARGEST_TEXT, namesIn, nearestFile, OWN_DISK, onDisk, slashed, whyUnreadable } from './disk.ts';
import { documentBytes, isNoMedia, pictureFault } from './file-kind.ts';
import { assetMarker } from './markdown/markers.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';

function isThere(folder: Folder, path: string): boolean {
  return typeof inspect(folder, path) !== 'string' && whyUnreadable(onDisk(folder, path)) === null;
}

/** Size of a picture of the course, null where it can't be told or where there is no such file. */
export function sizeOf(folder: Folder, path: string): PictureSize | null {
  return isThere(folder, path) ? pictureSize(onDisk(folder, path)) : null;
}

/** Bytes of a document of the course, null where there is no such file; one that is not what its name says is reported. */
export function documentSize(folder: Folder, path: string, at: Position, diagnostics: Diagnostics): number | null {
  if (!isThere(folder, path)) return null;
  const bytes = documentBytes(onDisk(folder, path));
  if (bytes === null) diagnostics.error('not-that-document', at, { file: path });
  return bytes;
}

const PICTURE = new RegExp(`\\.(?:${PICTURES.join('|')})$`, 'i');
const MEDIA = new RegExp(`\\.(?:${[...FILMS, ...SOUNDS].join('|')})$`, 'i');

/** Extensions of files that run code in the browser that opens them. */
const ACTIVE = /\.(?:x?html?|xht|shtml|mht|mhtml|m?js|php|xml|xslt?|svgz|swf|hta)$/i;

/** Bytes of the largest file that a zip without ZIP64 holds, which many LMSs can't read. */
const LARGEST_FILE = 0xffffffff;
/** Bytes of the largest drawing: it is searched for code as a whole. */
const LARGEST_DRAWING = 64 * 1024 * 1024;

/** A site whose address begins without `https://`, as browsers show it. */
const SITE = /^(?:www\.|(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|info|be|ch|ca|io)(?=\/|$))/i;
/** `nadia@example.org`; a picture may be called `logo@2x.png`. */
const MAIL = /^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i;

function reportMissing(folder: Folder, path: string, at: Position, diagnostics: Diagnostics): void {
  if (/^https?:/i.test(path)) diagnostics.error('file-of-site', at, { address: path });
  else if (SITE.test(path)) diagnostics.error('address-without-https', at, { address: path });
  else if (MAIL.test(path) && !PICTURE.test(path) && !MEDIA.test(path)) diagnostics.error('address-without-mailto', at, { address: path });
  else if (isFolder(folder, path)) diagnostics.error('is-a-folder', at, { file: path });
  else diagnostics.error('missing-asset', at, { file: path, near: nearestFile(folder, path) });
}

/** Does a file's name become this one where it is read as an address? Of `a b%20c.png` Markdown gives `a b c.png`. */
function isTwin(entry: string, name: string): boolean {
  try {
    return entry.includes('%') && decodeURIComponent(entry) === name;
  } catch {
    return false;
  }
}

/** A file whose own name holds such a `%20`; undefined where there is none. */
function percentTwin(folder: Folder, path: string): string | undefined {
  const twin = namesIn(join(folder.root, dirname(path))).find((entry) => isTwin(entry, basename(path)));
  return twin === undefined ? undefined : slashed(join(dirname(path), twin));
}

/** The marker of a file of the course; one that isn't there, not inside, or no picture though its name says so is reported. */
export function asset(folder: Folder, address: string, at: Position, diagnostics: Diagnostics): string {
  const written = address.replace(/^\.\//, '');
  const path = inspect(folder, written) === 'missing' ? (percentTwin(folder, written) ?? written) : written;
  const found = inspect(folder, path);
  if (found === 'outside' || OWN_DISK.test(path)) diagnostics.error('outside-folder', at, { file: path });
  else if (found === 'missing') reportMissing(folder, path, at, diagnostics);
  else checkFile(folder, path, at, diagnostics);
  return assetMarker(path);
}

function checkFile(folder: Folder, path: string, at: Position, diagnostics: Diagnostics): void {
  const absolute = onDisk(folder, path);
  const why = whyUnreadable(absolute);
  if (why !== null) {
    diagnostics.error('not-readable', at, { file: path, why });
    return;
  }
  if (ACTIVE.test(path)) {
    diagnostics.error('active-file', at, { file: path });
    return;
  }
  const limit = /\.svg$/i.test(path) ? LARGEST_DRAWING : LARGEST_FILE;
  if (statSync(absolute).size > limit) {
    diagnostics.error('file-too-large', at, { file: path, limit: Math.round(limit / 2 ** 20) });
    return;
  }
  const fault = PICTURE.test(path) ? pictureFault(absolute) : null;
  if (fault?.found !== undefined) diagnostics.error('active-picture', at, { file: path, found: fault.found });
  else if (fault) diagnostics.error('not-that-picture', at, { file: path });
  if (MEDIA.test(path) && isNoMedia(absolute)) diagnostics.error('not-that-media', at, { file: path });
  if (/\.vtt$/i.test(path)) checkCaptions(absolute, path, at, diagnostics);
}

/** Where all captions are lost, the file may be another one: its name is told. One that is too large is told where it is read. */
function checkCaptions(absolute: string, path: string, at: Position, diagnostics: Diagnostics): void {
  if (statSync(absolute).size > LARGEST_TEXT) return;
  const { shown, lost } = captionsIn(readFileSync(absolute, 'utf8'));
  if (shown === 0) diagnostics.error('captions-without-lines', at, { file: path });
  else for (const place of lost) diagnostics.error('lost-caption', { file: path, ...place });
}
