import { unzipSync } from 'fflate';
import { sameBytes } from '../../model/same-bytes.ts';
import type { Path } from '../engine/calls.ts';
import { isMade } from './course-layout.ts';
import { courseZip } from './course-zip.ts';

/** Folder of the versions in this browser's storage. */
const HOME = 'versions';

/** Versions of a course that are kept. */
export const MOST_VERSIONS = 20;

/** Why a version was kept. */
export type VersionKind = 'packed' | 'hour' | 'asked' | 'before';

/** A version of a course that this browser keeps. */
export interface Version {
  /** Time (ms since 1970). */
  readonly time: number;
  readonly kind: VersionKind;
  /** Names of the packages that were made of it. */
  readonly packages: readonly string[];
}

/** Differences between a version and the files of today. */
export interface Differences {
  readonly changed: readonly Path[];
  readonly added: readonly Path[];
  readonly removed: readonly Path[];
}

type FileMap = ReadonlyMap<Path, Uint8Array<ArrayBuffer>>;

const NAME = /^(\d+)\.(packed|hour|asked|before)\.zip$/;

/** Chooses what is dropped: hourly versions first, then the oldest. */
export function superfluous(versions: readonly Version[], most = MOST_VERSIONS): readonly Version[] {
  const rank = ({ kind }: Version): number => (kind === 'hour' ? 0 : 1);
  const order = [...versions].sort((one, other) => rank(one) - rank(other) || one.time - other.time);
  return order.slice(0, Math.max(0, versions.length - most));
}

/** Tests whether a file is part of a package that was kept. Such packages are no part of versions, and stay when one is taken back. */
function isKept(path: Path): boolean {
  return path.startsWith('releases/');
}

/** Compares a version with the files of today, by name and content. */
export function differences(version: FileMap, now: FileMap): Differences {
  const isChanged = (bytes: Uint8Array, today: Uint8Array | undefined): boolean => today !== undefined && !sameBytes(bytes, today);
  return {
    changed: [...version].filter(([path, bytes]) => isChanged(bytes, now.get(path))).map(([path]) => path),
    added: [...now.keys()].filter((path) => !version.has(path) && !isKept(path)),
    removed: [...version.keys()].filter((path) => !now.has(path)),
  };
}

/**
 * Lists what taking back a version changes: null removes a file. The lock and what builds have written stay: learners' answers refer to
 * the numbers in them, and numbers never go back.
 */
export function takenBack(version: FileMap, now: FileMap): ReadonlyMap<Path, Uint8Array<ArrayBuffer> | null> {
  const { changed, added, removed } = differences(version, now);
  const stays = (path: Path): boolean => isMade(path) || (path.endsWith('/course.lock.yaml') && now.has(path));
  const all = [...changed, ...removed].map((path) => [path, version.get(path) ?? null] as const);
  return new Map([...all, ...added.map((path) => [path, null] as const)].filter(([path]) => !stays(path)));
}

/** Versions of one course in this browser's storage, each a zip. */
export class Versions {
  private readonly id: string;

  /** @param id of the course in this browser */
  constructor(id: string) {
    this.id = id.replace(/[^\w-]/g, '_');
  }

  /** Lists the versions, the newest first. */
  async list(): Promise<readonly Version[]> {
    const found: Version[] = [];
    const folder = await this.folder();
    for await (const name of folder.keys()) {
      const [, time, kind] = NAME.exec(name) ?? [];
      if (kind !== undefined && (await isWhole(folder, name)))
        found.push({ time: Number(time), kind: kind as VersionKind, packages: await this.packagesOf(folder, name) });
    }
    return found.sort((one, other) => other.time - one.time);
  }

  /** Keeps a version, and drops what is too much. @throws DOMException if there is no room */
  async keep(files: FileMap, kind: VersionKind, packages: readonly string[], now: Date): Promise<void> {
    const folder = await this.folder();
    const own = new Map([...files].filter(([path]) => !isKept(path)));
    const name = `${now.getTime()}.${kind}.zip`;
    try {
      if (packages.length > 0) await write(folder, `${name}.json`, new TextEncoder().encode(JSON.stringify(packages)));
      await write(folder, name, courseZip(own, 'version', now).bytes);
    } catch (error) {
      await this.removeFile(folder, name);
      throw error;
    }
    for (const { time, kind: old } of superfluous(await this.list())) await this.removeFile(folder, `${time}.${old}.zip`);
  }

  /** Reads the files of a version. */
  async read({ time, kind }: Version): Promise<FileMap> {
    const file = await (await (await this.folder()).getFileHandle(`${time}.${kind}.zip`)).getFile();
    const entries = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
    return new Map(entries.map(([path, bytes]) => [path, new Uint8Array(bytes)]));
  }

  /** Removes all versions of the course. */
  async removeAll(): Promise<void> {
    const home = await (await navigator.storage.getDirectory()).getDirectoryHandle(HOME, { create: true });
    await home.removeEntry(this.id, { recursive: true }).catch(() => undefined);
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    const home = await (await navigator.storage.getDirectory()).getDirectoryHandle(HOME, { create: true });
    return home.getDirectoryHandle(this.id, { create: true });
  }

  private async packagesOf(folder: FileSystemDirectoryHandle, name: string): Promise<readonly string[]> {
    if (!name.includes('.packed.')) return [];
    try {
      return JSON.parse(await (await (await folder.getFileHandle(`${name}.json`)).getFile()).text());
    } catch {
      return [];
    }
  }

  private async removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
    for (const one of [name, `${name}.json`]) await folder.removeEntry(one).catch(() => undefined);
  }
}

/** Tests whether a file was written to its end: a tab that is closed meanwhile leaves it empty. */
async function isWhole(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return (await (await folder.getFileHandle(name)).getFile()).size > 0;
}

async function write(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(bytes);
  await stream.close();
}
