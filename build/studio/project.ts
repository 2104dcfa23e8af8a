import type { Path } from './engine/calls.ts';
import { type Store, StoreError } from './storage/store.ts';

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

/** All files of a project in memory, and their way into the store. */
export class Project {
  readonly store: Store;
  private readonly files = new Map<Path, File>();
  private readonly removed = new Map<Path, string>();
  private saving: Promise<readonly Unsaved[]> | undefined;

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

  bytes(path: Path): Uint8Array<ArrayBuffer> | undefined {
    return this.files.get(path)?.bytes;
  }

  text(path: Path): string | undefined {
    const bytes = this.bytes(path);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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

  get isDirty(): boolean {
    return this.removed.size > 0 || [...this.files.values()].some((file) => file.isDirty);
  }

  /** Writes what has changed. One save runs at a time. @returns the files that could not be saved */
  async save(): Promise<readonly Unsaved[]> {
    await this.saving;
    this.saving = this.saveNow();
    return this.saving;
  }

  private async saveNow(): Promise<readonly Unsaved[]> {
    const failed: Unsaved[] = [];
    const attempt = async (path: Path, task: () => Promise<void>): Promise<void> => {
      try {
        await task();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        failed.push({ path, reason: error.reason });
      }
    };
    for (const [path, file] of this.files) if (file.isDirty) await attempt(path, () => this.saveFile(path, file));
    for (const [path, stamp] of this.removed) {
      await attempt(path, async () => {
        await this.store.remove(path, stamp);
        this.removed.delete(path);
      });
    }
    return failed;
  }

  private async saveFile(path: Path, file: File): Promise<void> {
    const saved = await this.store.write(path, file.bytes, file.saved);
    const now = this.files.get(path);
    if (!now) this.removed.set(path, saved);
    // It may have changed again while it was being written.
    else this.files.set(path, { bytes: now.bytes, saved, isDirty: now.bytes !== file.bytes });
  }

  /**
   * Compares with the store, which something else may have changed, and takes over files that have no unsaved change here.
   * @returns the files that were taken over, and those that have changed on both sides
   */
  async refresh(): Promise<{ readonly taken: readonly Path[]; readonly conflicts: readonly Path[] }> {
    const taken: Path[] = [];
    const conflicts: Path[] = [];
    const listed = await this.store.list();
    for (const [path, stamp] of listed) {
      const file = this.files.get(path);
      if (file?.saved === stamp || this.removed.has(path)) continue;
      if (file?.isDirty) conflicts.push(path);
      else {
        const { bytes, stamp: saved } = await this.store.read(path);
        this.files.set(path, { bytes, saved, isDirty: false });
        taken.push(path);
      }
    }
    for (const [path, file] of this.files) {
      if (file.saved === null || listed.has(path)) continue;
      if (file.isDirty) conflicts.push(path);
      else {
        this.files.delete(path);
        taken.push(path);
      }
    }
    return { taken, conflicts };
  }

  /** Decides a conflict for the version in the page: the next save replaces the other one. */
  async keepMine(path: Path): Promise<void> {
    const file = this.files.get(path);
    if (!file) return;
    const stamp = (await this.store.list()).get(path) ?? null;
    this.files.set(path, { ...file, saved: stamp, isDirty: true });
  }

  /** Decides a conflict for the version in the store. */
  async takeTheirs(path: Path): Promise<void> {
    const stamp = (await this.store.list()).get(path);
    if (stamp === undefined) return void this.files.delete(path);
    const { bytes, stamp: saved } = await this.store.read(path);
    this.files.set(path, { bytes, saved, isDirty: false });
  }
}
