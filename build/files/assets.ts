import { basename, dirname, join } from 'pathe';
import type { Diagnostics, Position } from '../diagnostics/diagnostics.ts';
import type { FileFacts } from '../host/host.ts';
import { assetMarker } from '../model/markers.ts';
import { FILMS, PICTURES, SOUNDS } from '../types/attribute-types.ts';
import { captionsIn } from './captions.ts';
import { documentBytes, isNoMedia, pictureFault } from './file-kind.ts';
import { type Folder, inspect, isFolder, LARGEST_TEXT, namesIn, nearestFile, OWN_DISK, onDisk, whyUnreadable } from './folder.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';

function isThere(folder: Folder, path: string): boolean {
  return typeof inspect(folder, path) !== 'string' && whyUnreadable(folder.files, onDisk(folder, path)) === null;
}

/** Returns the size of a picture of the course, null if it is unknown or there is no such file. */
export function sizeOf(folder: Folder, path: string): PictureSize | null {
  return isThere(folder, path) ? pictureSize(folder.files, onDisk(folder, path)) : null;
}

/** Bytes of a file of the course; 0 where there is no such file. */
export function bytesOf(folder: Folder, path: string): number {
  const facts = inspect(folder, path);
  return typeof facts === 'string' ? 0 : facts.bytes;
}

/** Bytes of a document of the course, null where there is no such file; one that is not what its name says is reported. */
export function documentSize(folder: Folder, path: string, at: Position, diagnostics: Diagnostics): number | null {
  if (!isThere(folder, path)) return null;
  const bytes = documentBytes(folder.files, onDisk(folder, path));
  if (bytes === null) diagnostics.error('not-that-document', at, { file: path });
  return bytes;
}

const PICTURE = new RegExp(`\\.(?:${PICTURES.join('|')})$`, 'i');
const MEDIA = new RegExp(`\\.(?:${[...FILMS, ...SOUNDS].join('|')})$`, 'i');

/** Extensions of files that run code in the browser that opens them. */
const ACTIVE = /\.(?:x?html?|xht|shtml|mht|mhtml|m?js|php|xml|xslt?|svgz|swf|hta)$/i;

/** Bytes of the largest file in a zip without ZIP64, which many LMSs can't read. */
const LARGEST_FILE = 0xffffffff;
/** Bytes of the largest drawing: it is searched for code as a whole. */
const LARGEST_DRAWING = 64 * 1024 * 1024;

/** Address of a site without `https://`, as browsers show it. */
const SITE = /^(?:www\.|(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|info|be|ch|ca|io)(?=\/|$))/i;
/** `nadia@example.org`; but a picture may be called `logo@2x.png`. */
const MAIL = /^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i;

function reportMissing(folder: Folder, path: string, at: Position, diagnostics: Diagnostics): void {
  if (/^https?:/i.test(path)) diagnostics.error('file-of-site', at, { address: path });
  else if (SITE.test(path)) diagnostics.error('address-without-https', at, { address: path });
  else if (MAIL.test(path) && !PICTURE.test(path) && !MEDIA.test(path)) diagnostics.error('address-without-mailto', at, { address: path });
  else if (isFolder(folder, path)) diagnostics.error('is-a-folder', at, { file: path });
  else diagnostics.error('missing-asset', at, { file: path, near: nearestFile(folder, path) });
}

/** Tests whether a file's name becomes this one when it is read as an address: Markdown turns `a b%20c.png` into `a b c.png`. */
function isTwin(entry: string, name: string): boolean {
  try {
    return entry.includes('%') && decodeURIComponent(entry) === name;
  } catch {
    return false;
  }
}

/** Finds a file whose own name contains such a `%20`; undefined if there is none. */
function percentTwin(folder: Folder, path: string): string | undefined {
  const twin = namesIn(folder.files, join(folder.root, dirname(path))).find((entry) => isTwin(entry, basename(path)));
  return twin === undefined ? undefined : join(dirname(path), twin);
}

/** Makes the marker of a file of the course. Reports a file that is missing, outside, or not the picture that its name promises. */
export function asset(folder: Folder, address: string, at: Position, diagnostics: Diagnostics): string {
  const written = address.replace(/^\.\//, '');
  const path = inspect(folder, written) === 'missing' ? (percentTwin(folder, written) ?? written) : written;
  const found = inspect(folder, path);
  if (found === 'outside' || OWN_DISK.test(path)) diagnostics.error('outside-folder', at, { file: path });
  else if (found === 'missing') reportMissing(folder, path, at, diagnostics);
  else checkFile(folder, path, found, at, diagnostics);
  return assetMarker(path);
}

function checkFile(folder: Folder, path: string, { bytes }: FileFacts, at: Position, diagnostics: Diagnostics): void {
  const { files } = folder;
  const absolute = onDisk(folder, path);
  const why = whyUnreadable(files, absolute);
  if (why !== null) {
    diagnostics.error('not-readable', at, { file: path, why });
    return;
  }
  if (ACTIVE.test(path)) {
    diagnostics.error('active-file', at, { file: path });
    return;
  }
  const limit = /\.svg$/i.test(path) ? LARGEST_DRAWING : LARGEST_FILE;
  if (bytes > limit) {
    diagnostics.error('file-too-large', at, { file: path, limit: Math.round(limit / 2 ** 20) });
    return;
  }
  const fault = PICTURE.test(path) ? pictureFault(files, absolute) : null;
  if (fault?.found !== undefined) diagnostics.error('active-picture', at, { file: path, found: fault.found });
  else if (fault) diagnostics.error('not-that-picture', at, { file: path });
  if (MEDIA.test(path) && isNoMedia(files, absolute)) diagnostics.error('not-that-media', at, { file: path });
  // A text that is too large is reported when it is read.
  if (/\.vtt$/i.test(path) && bytes <= LARGEST_TEXT) checkCaptions(files.read(absolute), path, at, diagnostics);
}

/** Reports captions that a page would lose. If it loses all of them, this may be the wrong file: its name is reported. */
function checkCaptions(bytes: Uint8Array, path: string, at: Position, diagnostics: Diagnostics): void {
  const { shown, lost } = captionsIn(new TextDecoder().decode(bytes));
  if (shown === 0) diagnostics.error('captions-without-lines', at, { file: path });
  else for (const place of lost) diagnostics.error('lost-caption', { file: path, ...place });
}
