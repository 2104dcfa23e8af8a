import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Folder, inspect, onDisk } from '../disk.ts';
import { ASSET, END } from '../markdown/markers.ts';
import { ownValue } from '../own-value.ts';

const MEDIA: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Bytes of a picture that a sheet takes in: a photograph of a page's width has less. In base64 it grows by a third. */
export const LARGEST_PICTURE = 512 * 1024;

const PICTURE = new RegExp(`<img\\b[^>]*?\\bsrc="${ASSET}([^${END}]*)${END}"[^>]*>`, 'g');
const ANY = new RegExp(`${ASSET}([^${END}]*)${END}`, 'g');

/** The files of the course that a text names by their markers. */
export function assetPaths(text: string): string[] {
  return text.includes(ASSET) ? [...text.matchAll(ANY)].map(([, path = '']) => decodeURIComponent(path)) : [];
}

/** A picture as an address; null where it is too large, none, or outside of the course: `read` has refused that one, and no sheet carries it off either. */
function dataOf(folder: Folder, path: string): string | null {
  const media = ownValue(MEDIA, extname(path).toLowerCase());
  const stat = inspect(folder, path);
  if (media === undefined || typeof stat === 'string' || stat.size > LARGEST_PICTURE) return null;
  return `data:${media};base64,${readFileSync(onDisk(folder, path), 'base64')}`;
}

/**
 * A piece of a sheet with its pictures in it, so that the file stands alone. One that is too large leaves its words and where it
 * is found.
 * @param elsewhere what is said in the place of a picture that is too large
 */
export function withPictures(html: string, folder: Folder, elsewhere: string): string {
  if (!html.includes(ASSET)) return html;
  const inside = html.replace(PICTURE, (picture, path: string) => {
    const data = dataOf(folder, decodeURIComponent(path));
    if (data !== null) return picture.replace(ANY, data);
    const [, alt = ''] = /\balt="([^"]*)"/.exec(picture) ?? [];
    return `<span class="s-away"><span>${alt}</span> <small>${elsewhere}</small></span>`;
  });
  return inside.replace(ANY, '');
}
