import { extname } from 'pathe';
import { type Folder, inspect, onDisk } from '../files/folder.ts';
import type { Kit } from '../kit/kit.ts';
import { isOfKit } from '../kit/kit-path.ts';
import { ASSET, END } from '../model/markers.ts';
import { ownValue } from '../model/own-value.ts';

const MEDIA: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Largest picture embedded in a sheet, in bytes; a photograph of a page's width has less. Base64 adds a third. */
export const LARGEST_PICTURE = 512 * 1024;

const PICTURE = new RegExp(`<img\\b[^>]*?\\bsrc="${ASSET}([^${END}]*)${END}"[^>]*>`, 'g');
const ANY = new RegExp(`${ASSET}([^${END}]*)${END}`, 'g');

/** Lists the files of the course that a text names by markers. */
export function assetPaths(text: string): string[] {
  return text.includes(ASSET) ? [...text.matchAll(ANY)].map(([, path = '']) => decodeURIComponent(path)) : [];
}

/** Bytes encoded at once: a multiple of three, and no more than a call may have arguments. */
const CHUNK = 3 * 2 ** 13;

/** Encodes bytes for a `data:` address. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return text;
}

/** Sources of the pictures of a sheet. */
export interface PictureSource {
  readonly folder: Folder;
  readonly kit: Kit;
}

/** A picture as an address; null where it is too large, none, or outside of the course: `read` has refused that one, and no sheet carries it off either. */
function dataOf({ folder, kit }: PictureSource, path: string): string | null {
  if (isOfKit(path)) return `data:image/svg+xml;base64,${base64(kit.draw(path).data)}`;
  const media = ownValue(MEDIA, extname(path).toLowerCase());
  const facts = inspect(folder, path);
  if (media === undefined || typeof facts === 'string' || facts.bytes > LARGEST_PICTURE) return null;
  return `data:${media};base64,${base64(folder.files.read(onDisk(folder, path)))}`;
}

/**
 * Embeds the pictures of a sheet's HTML, so that the file is self-contained. A picture that is too large is replaced by its text.
 * @param elsewhere sentence in the place of a picture that is too large
 */
export function withPictures(html: string, source: PictureSource, elsewhere: string): string {
  if (!html.includes(ASSET)) return html;
  const inside = html.replace(PICTURE, (picture, path: string) => {
    const data = dataOf(source, decodeURIComponent(path));
    // A browser prints at once: a picture that waits to be scrolled to would be missing on paper.
    if (data !== null) return picture.replace(ANY, data).replace(' loading="lazy"', '');
    const [, alt = ''] = /\balt="([^"]*)"/.exec(picture) ?? [];
    return `<span class="s-away"><span>${alt}</span> <small>${elsewhere}</small></span>`;
  });
  return inside.replace(ANY, '');
}
