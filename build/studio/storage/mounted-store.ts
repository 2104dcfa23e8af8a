import type { Path } from '../engine/calls.ts';
import type { FolderStore } from './folder-store.ts';
import type { HeldFile, Store } from './store.ts';

/** The folder of one course, shown as a project with this course in `modules/`. Its `dist/` and `releases/` stay beside the course's files. */
export class MountedStore implements Store {
  readonly kind: Store['kind'];
  readonly name: string;
  readonly handle: FileSystemDirectoryHandle;
  private readonly inner: FolderStore;
  private readonly below: Path;

  /** @param course its folder in the project: `modules/oven` */
  constructor(inner: FolderStore, course: Path) {
    this.inner = inner;
    this.kind = inner.kind;
    this.handle = inner.handle;
    this.name = inner.name;
    this.below = `${course}/`;
  }

  async list(): Promise<ReadonlyMap<Path, string>> {
    const found = await this.inner.list();
    return new Map([...found].map(([path, stamp]) => [/^(?:dist|releases)\//.test(path) ? path : this.below + path, stamp]));
  }

  read(path: Path): Promise<HeldFile> {
    return this.inner.read(this.innerPath(path));
  }

  write(path: Path, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string> {
    return this.inner.write(this.innerPath(path), bytes, expected);
  }

  remove(path: Path, expected: string): Promise<void> {
    return this.inner.remove(this.innerPath(path), expected);
  }

  private innerPath(path: Path): Path {
    return path.startsWith(this.below) ? path.slice(this.below.length) : path;
  }
}
