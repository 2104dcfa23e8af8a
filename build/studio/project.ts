import type { Path } from './engine/calls.ts';
import { isMade } from './storage/course-layout.ts';
import { type HeldFile, type Store, StoreError } from './storage/store.ts';

/** A file of the project as the page holds it. */
interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Stamp of the version in the store that this one came from; null: it was never saved. */
  readonly saved: string | null;
  readonly isDirty: boolean;
}

/** A file that could not be saved. What was written stays in the page. */
export interface Unsaved {
  readonly path: Path;
  readonly reason: StoreError['reason'];
}

/** A version made here, and the stamp of the one that it replaces; null: that one was removed. */
export interface Mine {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly over: string | null;
}

/** Result of a comparison with the store. */
export interface Refreshed {
  readonly taken: readonly Path[];
  readonly conflicts: readonly Path[];
}

/** Files and removals as they were when the store was listed. */
interface Snapshot {
  readonly before: ReadonlyMap<Path, File>;
  readonly removedBefore: ReadonlyMap<Path, string>;
}

/** Decodes a text; one that isn't UTF-8 comes from an old program of Windows, and becomes UTF-8 when it is edited. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** All files of a project in memory, and their way into the store. */
export class Project {
  readonly store: Store;
  private readonly files = new Map<Path, File>();
  private readonly removed = new Map<Path, string>();
  private saving: Promise<readonly Unsaved[]> = Promise.resolve([]);

  constructor(store: Store) {
    this.store = store;
  }

  /** Reads all files of a store. */
  static async open(store: Store, isWanted: (path: Path) => boolean = () => true): Promise<Project> {
    const project = new Project(store);
    for (const path of (await store.list()).keys()) {
      if (!isWanted(path)) continue;
      const { bytes, stamp } = await store.read(path);
      project.files.set(path, { bytes, saved: stamp, isDirty: false });
    }
    return project;
  }

  get paths(): readonly Path[] {
    return [...this.files.keys()].sort();
  }

  /** All files by path. */
  get all(): ReadonlyMap<Path, Uint8Array<ArrayBuffer>> {
    return new Map([...this.files].map(([path, { bytes }]) => [path, bytes]));
  }

  bytes(path: Path): Uint8Array<ArrayBuffer> | undefined {
    return this.files.get(path)?.bytes;
  }

  text(path: Path): string | undefined {
    const bytes = this.bytes(path);
    return bytes && textOf(bytes);
  }

  put(path: Path, content: Uint8Array<ArrayBuffer> | string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const saved = this.files.get(path)?.saved ?? this.removed.get(path) ?? null;
    this.removed.delete(path);
    this.files.set(path, { bytes, saved, isDirty: true });
  }

  remove(path: Path): void {
    const file = this.files.get(path);
    this.files.delete(path);
    if (file?.saved) this.removed.set(path, file.saved);
  }

  /** Takes back a change that could not be saved: the file is again as it was before. @param before undefined: there was none */
  putBack(path: Path, before: Uint8Array<ArrayBuffer> | undefined): void {
    const saved = this.files.get(path)?.saved ?? null;
    if (before) this.files.set(path, { bytes: before, saved, isDirty: saved === null });
    else this.files.delete(path);
  }

  get isDirty(): boolean {
    return this.removed.size > 0 || [...this.files.values()].some((file) => file.isDirty);
  }

  /** Writes what has changed. One save runs at a time. @returns the files that could not be saved */
  save(): Promise<readonly Unsaved[]> {
    this.saving = this.saving.then(() => this.saveNow());
    return this.saving;
  }

  private async saveNow(): Promise<readonly Unsaved[]> {
    const failed: Unsaved[] = [];
    const attempt = async (path: Path, task: () => Promise<void>): Promise<void> => {
      try {
        await task();
      } catch (error) {
        // A failure of an unknown kind must not stop later saves.
        failed.push({ path, reason: error instanceof StoreError ? error.reason : 'gone' });
      }
    };
    for (const [path, file] of this.files) if (file.isDirty) await attempt(path, () => this.saveFile(path, file));
    for (const [path, stamp] of this.removed) await attempt(path, () => this.saveRemoval(path, stamp));
    return failed;
  }

  private async saveRemoval(path: Path, stamp: string): Promise<void> {
    await this.store.remove(path, stamp);
    this.removed.delete(path);
    const again = this.files.get(path);
    // It may have come back while it was being removed.
    if (again) this.files.set(path, { bytes: again.bytes, saved: null, isDirty: true });
  }

  private async saveFile(path: Path, file: File): Promise<void> {
    const saved = await this.store.write(path, file.bytes, file.saved);
    const now = this.files.get(path);
    if (!now) this.removed.set(path, saved);
    // It may have changed again while it was being written.
    else this.files.set(path, { bytes: now.bytes, saved, isDirty: now.bytes !== file.bytes });
  }

  /**
   * Compares with the store, which something else may have changed, and takes over files that have no unsaved change here. A file that
   * was removed here and has changed there comes back. What is edited or saved meanwhile is left to the next comparison.
   * @returns the files that were taken over, and those that have changed on both sides
   * @throws StoreError if the store can't be read; files stay as they are here
   */
  async refresh(): Promise<Refreshed> {
    await this.saving;
    const before = new Map(this.files);
    const removedBefore = new Map(this.removed);
    const listed = await this.store.list();
    // A save that has begun meanwhile may be in the list without being noted here.
    await this.saving;
    const isTouched = (path: Path): boolean =>
      this.files.get(path) !== before.get(path) || this.removed.get(path) !== removedBefore.get(path);
    const saved = [...before].filter(([, file]) => file.saved !== null);
    // Nothing is left of the course: it was moved or deleted, and the page has the last copy.
    if (saved.length > 0 && !saved.some(([path]) => listed.has(path))) throw new StoreError('gone', '');
    const conflicts = this.conflictsWith(listed, { before, removedBefore });
    const taken = [...(await this.takeNew(listed, isTouched)), ...this.takeRemovals(listed, isTouched)];
    return { taken, conflicts };
  }

  /** Takes over files that are new or other in the store. */
  private async takeNew(listed: ReadonlyMap<Path, string>, isTouched: (path: Path) => boolean): Promise<readonly Path[]> {
    const taken: Path[] = [];
    for (const [path, stamp] of listed) {
      if (isTouched(path) || this.knows(path, stamp) || this.isUnsaved(path)) continue;
      const { bytes, stamp: saved } = await this.store.read(path);
      if (isTouched(path)) continue;
      this.files.set(path, { bytes, saved, isDirty: false });
      this.removed.delete(path);
      taken.push(path);
    }
    return taken;
  }

  /** Takes over that files are gone from the store. */
  private takeRemovals(listed: ReadonlyMap<Path, string>, isTouched: (path: Path) => boolean): readonly Path[] {
    const gone = [...this.files].filter(([path, { saved }]) => saved !== null && !listed.has(path));
    const taken = gone.map(([path]) => path).filter((path) => !isTouched(path) && !this.isUnsaved(path));
    for (const path of taken) this.files.delete(path);
    return taken;
  }

  /** Reads the version in the store; null if it was removed there. @throws StoreError */
  async theirs(path: Path): Promise<HeldFile | null> {
    return (await this.store.list()).has(path) ? this.store.read(path) : null;
  }

  /** Decides a conflict for a version made here, which the next save writes. */
  keepMine(path: Path, { bytes, over }: Mine): void {
    this.files.set(path, { bytes, saved: over, isDirty: true });
  }

  /** Decides a conflict for the version in the store. */
  async takeTheirs(path: Path): Promise<void> {
    const stamp = (await this.store.list()).get(path);
    if (stamp === undefined) return void this.files.delete(path);
    const { bytes, stamp: saved } = await this.store.read(path);
    this.files.set(path, { bytes, saved, isDirty: false });
  }

  /** Tests whether a file has a change that only the page has. What builds write is made again, so the store's version will do. */
  private isUnsaved(path: Path): boolean {
    return this.files.get(path)?.isDirty === true && !isMade(path);
  }

  /** Tests whether this version in the store is the one that the page has, or has removed. */
  private knows(path: Path, stamp: string): boolean {
    return (this.files.get(path)?.saved ?? this.removed.get(path)) === stamp;
  }

  /** Lists what was changed here after another version than the listed one. What was saved meanwhile is newer than the list. */
  private conflictsWith(listed: ReadonlyMap<Path, string>, { before, removedBefore }: Snapshot): readonly Path[] {
    const isSaved = (path: Path, { saved }: File): boolean =>
      saved !== (before.get(path)?.saved ?? null) || this.removed.get(path) !== removedBefore.get(path);
    const dirty = [...this.files].filter(([path, file]) => file.isDirty && !isSaved(path, file));
    return dirty.filter(([path, { saved }]) => (listed.get(path) ?? null) !== saved).map(([path]) => path);
  }
}
