import { basename, extname } from 'pathe';
import { type Folder, inspect, onDisk } from '../../files/folder.ts';
import type { Kit } from '../../kit/kit.ts';
import { isOfKit } from '../../kit/kit-path.ts';
import type { Asset } from '../../model/built.ts';
import { ASSET, END, ROOT } from '../../model/markers.ts';
import { slug } from '../../model/slug.ts';

const LONGEST_EXTENSION = 20;

const MARKED = new RegExp(`${ASSET}([^${END}]*)${END}`, 'g');

function hashOf(path: string): string {
  let value = 5381;
  for (const character of path) value = (Math.imul(value, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36).padStart(7, '0').slice(-6);
}

/**
 * Names a file of the course in a package: ASCII, and always the same for a path. The hash is over the path, because hashing the
 * content of large videos costs seconds, and each correction would change the address.
 */
export function assetName(path: string): string {
  const name = basename(path);
  const extension = extname(name)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '')
    .slice(0, LONGEST_EXTENSION);
  return `assets/${slug(basename(name, extname(name)), 'file')}-${hashOf(path)}${extension}`;
}

/** Collects the files that a rendering names, and replaces their markers by package addresses. */
export class AssetCollector {
  private readonly found = new Map<string, Asset>();
  private readonly folder: Folder;
  private readonly kit: Kit;

  constructor(folder: Folder, kit: Kit) {
    this.folder = folder;
    this.kit = kit;
  }

  /** Replaces each asset marker by `ROOT` + package name. */
  place(text: string): string {
    return text.includes(ASSET) ? text.replace(MARKED, (_, path: string) => ROOT + this.add(decodeURIComponent(path))) : text;
  }

  private add(path: string): string {
    const known = this.found.get(path);
    if (known) return known.name;
    const asset = isOfKit(path) ? this.kit.draw(path) : this.ofCourse(path);
    this.found.set(path, asset);
    return asset.name;
  }

  private ofCourse(path: string): Asset {
    const facts = inspect(this.folder, path);
    // `read` has refused this path; a bug must not leak a file of the machine.
    if (facts === 'outside') throw new Error(`"${path}" is no file of the course.`);
    return { name: assetName(path), path: onDisk(this.folder, path), bytes: facts === 'missing' ? 0 : facts.bytes };
  }

  get assets(): Asset[] {
    return [...this.found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
