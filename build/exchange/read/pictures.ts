import { drawingFault } from '../../files/file-kind.ts';
import { sameBytes } from '../../model/same-bytes.ts';
import { slug } from '../../model/slug.ts';
import type { Picture } from '../model.ts';

/** Largest picture, and largest sum of all pictures of a file, in bytes. */
const LARGEST = 20 * 1024 * 1024;
const MOST = 200 * 1024 * 1024;

/** First bytes of the pictures that browsers show, each byte as a character. */
const KINDS: readonly (readonly [extension: string, pattern: RegExp])[] = [
  ['png', /^[^P]PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i],
];

/** Finds out what a file is by its first bytes, never by its name. */
function extensionOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  return KINDS.find(([, pattern]) => pattern.test(head))?.[0];
}

/** Collects the pictures of an imported file under safe names, each once. */
export class Pictures {
  readonly list: Picture[] = [];
  readonly #folder: string;
  #bytes = 0;

  /** @param folder path in the course's folder */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Stores a picture. @returns its path; undefined if it is none, too large, or a drawing with code */
  add(name: string, bytes: Uint8Array): string | undefined {
    const extension = bytes.length > LARGEST || this.#bytes + bytes.length > MOST ? undefined : extensionOf(bytes);
    if (extension === undefined || (extension === 'svg' && drawingFault(bytes))) return undefined;
    const same = this.list.find((picture) => sameBytes(picture.bytes, bytes));
    if (same) return same.path;
    const base = slug(name.replace(/\.[^.]*$/, ''), 'image');
    const names = new Set(this.list.map(({ path }) => path));
    const pathOf = (number: number): string => `${this.#folder}/${base}${number > 1 ? `-${number}` : ''}.${extension}`;
    let number = 1;
    while (names.has(pathOf(number))) number++;
    this.list.push({ path: pathOf(number), bytes });
    this.#bytes += bytes.length;
    return pathOf(number);
  }
}

/** Decodes base64; undefined if it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const plain = text.replace(/\s+/g, '');
  if (plain === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return undefined;
  try {
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
