import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, posix, relative, sep } from 'node:path';
import type { Part } from './document.ts';
import type { SitePage } from './pages.ts';

/** Folder of the site for files of the repository that are not pages. */
const FILES = 'files';

/** Name endings that every web space serves as what they are. */
const SERVED = ['.png', '.webp', '.svg', '.jpg', '.gif', '.json', '.txt', '.zip', '.csv', '.pdf'];

/** Returns the way from a page of the site to a path of the site. @example `en/a.html` to `b.html` is `../b.html` */
export function wayFrom(page: string, path: string): string {
  return posix.relative(posix.dirname(page), path) || posix.basename(path);
}

/** Addresses of other sites and of mail. Others, such as `javascript:`, lead nowhere. */
const ELSEWHERE = /^(?:https?:|mailto:|\/\/)/i;

/** Returns an address with its letters as they are in file names; one that is malformed stays, and leads nowhere. */
export function plainAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Tests whether a path is a file that the repository shows: none beside it, none behind a link to that, none hidden or installed. */
function isShown(root: string, path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const own = relative(realpathSync(root), realpathSync(path));
  return !isAbsolute(own) && !own.split(sep).some((part) => part.startsWith('.') || part === 'node_modules');
}

/** Rewrites the addresses of documents to those of the site, and lists the files that they need. */
export class Links {
  readonly #root: string;
  readonly #pages: readonly SitePage[];
  readonly #parts: ReadonlyMap<SitePage, Part>;
  readonly #files = new Map<string, string>();

  /** @param parts what each page shows */
  constructor(root: string, parts: ReadonlyMap<SitePage, Part>) {
    this.#root = root;
    this.#parts = parts;
    this.#pages = [...parts.keys()];
  }

  /** Files of the repository to copy: their path in the site by that in the repository. */
  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  /**
   * Returns the address that a link or picture of a document has in the site.
   * @throws Error if it leads nowhere
   */
  rewrite(address: string, page: SitePage): string {
    if (ELSEWHERE.test(address)) return address;
    const [file = '', anchor = ''] = plainAddress(address).split('#');
    const target = file === '' ? page.source : posix.join(posix.dirname(page.source), file);
    const source = this.#documentOf(target);
    const pages = this.#pages.filter((other) => other.source === source);
    if (pages.length > 0) return this.#toPage(pages, anchor, page, address);
    return encodeURI(wayFrom(page.path, this.copy(target, `${page.source}: ${address}`)));
  }

  /** Notes a file to be copied. @returns its path in the site @throws Error if the repository shows no such file */
  copy(target: string, asked = target): string {
    if (!isShown(this.#root, join(this.#root, target))) throw new Error(`${asked} leads to nothing that the site could show.`);
    const images = target.startsWith('docs/images/');
    const name = SERVED.includes(extname(target)) ? target : `${dirname(target)}/${basename(target)}.txt`;
    const goal = images ? target.replace('docs/', '') : posix.join(FILES, name);
    this.#files.set(target, goal);
    return goal;
  }

  /** Returns the document behind a path: a folder's is its README. */
  #documentOf(target: string): string {
    const index = posix.join(target, 'README.md');
    return existsSync(join(this.#root, index)) && target !== '.' ? index : target;
  }

  #toPage(pages: readonly SitePage[], anchor: string, from: SitePage, address: string): string {
    const same = pages.find(({ language }) => language === from.language);
    const way = (page: SitePage): string => wayFrom(from.path, page.path);
    if (anchor === '') return way(same ?? (pages[0] as SitePage));
    for (const page of pages) {
      const part = this.#parts.get(page);
      if (part?.start.includes(anchor)) return way(page);
      if (part?.headings.some(({ slug }) => slug === anchor)) return `${page === from ? '' : way(page)}#${encodeURI(anchor)}`;
    }
    throw new Error(`${from.source}: ${address} leads to no heading.`);
  }
}
