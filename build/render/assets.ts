import { basename, extname } from 'node:path';
import type { Asset } from '../built.ts';
import { type Folder, inspect, onDisk } from '../disk.ts';
import { ASSET, END, ROOT } from '../markdown/markers.ts';
import { slug } from '../slug.ts';

const LONGEST_EXTENSION = 20;

const MARKED = new RegExp(`${ASSET}([^${END}]*)${END}`, 'g');

function hashOf(path: string): string {
  let value = 5381;
  for (const character of path) value = (Math.imul(value, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36).padStart(7, '0').slice(-6);
}

/** The name in a package of a file of the course: ASCII, and always the same for a path. */
export function assetName(path: string): string {
  const extension = extname(path)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '')
    .slice(0, LONGEST_EXTENSION);
  return `assets/${slug(basename(path, extname(path)), 'file')}-${hashOf(path)}${extension}`;
}

/** Gathers the files that a rendering names, and puts their package addresses in place of the markers. */
export class AssetCollector {
  private readonly found = new Map<string, Asset>();
  private readonly folder: Folder;

  constructor(folder: Folder) {
    this.folder = folder;
  }

  /** Text with `ROOT` + package name for each asset marker. */
  place(text: string): string {
    return text.includes(ASSET) ? text.replace(MARKED, (_, path: string) => ROOT + this.add(decodeURIComponent(path))) : text;
  }

  private add(path: string): string {
    const known = this.found.get(path);
    if (known) return known.name;
    const stat = inspect(this.folder, path);
    // `read` has refused it. Whatever comes to pass before this line, no package carries off a file of the machine.
    if (stat === 'outside') throw new Error(`"${path}" is no file of the course.`);
    const asset = { name: assetName(path), path: onDisk(this.folder, path), bytes: stat === 'missing' ? 0 : stat.size };
    this.found.set(path, asset);
    return asset.name;
  }

  /** Takes over what another rendering named. */
  adopt(assets: ReadonlyMap<string, Asset>): void {
    for (const [path, asset] of assets) this.found.set(path, asset);
  }

  /** What was named, by its path in the course's folder. */
  get byPath(): ReadonlyMap<string, Asset> {
    return this.found;
  }

  get assets(): Asset[] {
    return [...this.found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
