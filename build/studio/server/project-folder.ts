import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { isProjectFile, isProjectFolder } from '../../files/project-file.ts';
import { writeWhole } from '../../host/node/write-whole.ts';

/** Why the folder refuses something. */
export type Refusal =
  /** The path leads out of the project, or to something that isn't part of its courses. */
  | 'path'
  /** The file isn't the version that would be replaced. */
  | 'changed'
  /** No file has this path. */
  | 'missing';

/** The folder refuses a request; nothing was changed. */
export class FolderRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, path: string) {
    super(`${refusal}: ${path}`);
    this.refusal = refusal;
  }
}

interface Stamped {
  readonly size: number;
  readonly time: number;
  readonly stamp: string;
}

/** Computes the stamp of a content: SHA-256 in hexadecimal, as the page does. */
function stampOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Tests whether a path has only plain names: no system may read one of them as a way out, a drive or a stream. */
function isPlain(path: string): boolean {
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}]|[. ]$/u.test(name));
}

function factsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** The courses of a project on disk, for the studio. Links are neither followed nor replaced. */
export class ProjectFolder {
  /** Names this folder among those of the machine: two may have one name. It shows nothing of the path. */
  readonly id: string;
  private readonly root: string;
  /** Stamps by path. A file of the same size and time isn't read again. */
  private readonly stamps = new Map<string, Stamped>();

  constructor(root: string) {
    this.root = realpathSync(root);
    this.id = stampOf(new TextEncoder().encode(this.root)).slice(0, 16);
  }

  /** Lists the files of the courses with their stamps. */
  list(): Readonly<Record<string, string>> {
    const found: Record<string, string> = Object.create(null);
    readdirSync(this.root);
    this.collect('', found);
    return found;
  }

  /** @throws FolderRefusal */
  read(path: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly stamp: string } {
    const place = this.placeOf(path);
    const facts = factsOf(place);
    if (!facts) throw new FolderRefusal('missing', path);
    const bytes = new Uint8Array(readFileSync(place));
    return { bytes, stamp: this.remember(path, facts, bytes) };
  }

  /**
   * Replaces a file as a whole.
   * @param expected stamp of the version that it replaces; null: there is none yet
   * @returns its new stamp
   * @throws FolderRefusal
   */
  write(path: string, bytes: Uint8Array, expected: string | null): string {
    const place = this.placeOf(path);
    const now = this.stampAt(path, place);
    const stamp = stampOf(bytes);
    if (now === stamp) return stamp;
    if (now !== expected) throw new FolderRefusal('changed', path);
    mkdirSync(dirname(place), { recursive: true });
    writeWhole(place, bytes);
    const facts = factsOf(place);
    if (facts) this.stamps.set(path, { size: facts.size, time: facts.mtimeMs, stamp });
    return stamp;
  }

  /** @throws FolderRefusal */
  remove(path: string, expected: string): void {
    const place = this.placeOf(path);
    const now = this.stampAt(path, place);
    if (now === null) return;
    if (now !== expected) throw new FolderRefusal('changed', path);
    rmSync(place);
  }

  private collect(below: string, found: Record<string, string>): void {
    for (const entry of readdirSync(join(this.root, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && isProjectFolder(path)) this.collect(path, found);
      if (!entry.isFile() || !isProjectFile(path) || !isPlain(path)) continue;
      const stamp = this.knownStampAt(path, join(this.root, path));
      if (stamp !== null) found[path] = stamp;
    }
  }

  /** Returns where a file is, or would be. @throws FolderRefusal if it isn't part of a course, or a link is on the way */
  private placeOf(path: string): string {
    if (!isPlain(path) || !isProjectFile(path)) throw new FolderRefusal('path', path);
    const names = path.split('/');
    names.forEach((_, at) => {
      const facts = factsOf(join(this.root, ...names.slice(0, at + 1)));
      const isRight = at === names.length - 1 ? facts?.isFile() : facts?.isDirectory();
      if (facts && !isRight) throw new FolderRefusal('path', path);
    });
    return join(this.root, path);
  }

  /** Returns the stamp of a file without reading it again, if its size and time are as before. */
  private knownStampAt(path: string, place: string): string | null {
    const facts = factsOf(place);
    const known = this.stamps.get(path);
    return facts && known?.size === facts.size && known.time === facts.mtimeMs ? known.stamp : this.stampAt(path, place);
  }

  /** Reads the stamp of a file. Times may be too coarse to show that it has changed. */
  private stampAt(path: string, place: string): string | null {
    const facts = factsOf(place);
    return facts ? this.remember(path, facts, readFileSync(place)) : null;
  }

  private remember(path: string, { size, mtimeMs: time }: Stats, bytes: Uint8Array): string {
    const stamp = stampOf(bytes);
    this.stamps.set(path, { size, time, stamp });
    return stamp;
  }
}
