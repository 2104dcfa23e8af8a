import { isProjectFile, isProjectFolder } from '../../files/project-file.ts';
import type { Path } from '../engine/calls.ts';
import { type HeldFile, type Store, StoreError, type StoreReason } from './store.ts';

/** Reasons by the name of a `DOMException`. */
const REASONS: Readonly<Record<string, StoreReason>> = {
  NotAllowedError: 'forbidden',
  NoModificationAllowedError: 'forbidden',
  SecurityError: 'forbidden',
  QuotaExceededError: 'full',
};

/** Runs a task, and turns what the browser throws into a `StoreError`; a failure without a known name counts as gone. */
async function guarded<Value>(path: Path, task: () => Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    throw error instanceof DOMException ? new StoreError(REASONS[error.name] ?? 'gone', path, error) : error;
  }
}

/** Computes the stamp of a content: SHA-256 in hexadecimal. */
export async function stampOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Tests of paths in a folder. */
export interface Wanted {
  file(path: Path): boolean;
  folder(path: Path): boolean;
}

const PROJECT: Wanted = { file: isProjectFile, folder: isProjectFolder };

/** A folder of the user's disk (Chromium), or of this browser's own storage. */
export class FolderStore implements Store {
  readonly kind: 'folder' | 'browser';
  readonly name: string;
  readonly handle: FileSystemDirectoryHandle;
  private readonly wanted: Wanted;
  /** Stamps by path, with the size and time of the file that they were computed from. */
  private readonly stamps = new Map<Path, { readonly size: number; readonly time: number; readonly stamp: string }>();

  constructor(handle: FileSystemDirectoryHandle, kind: 'folder' | 'browser', name = handle.name, wanted = PROJECT) {
    this.handle = handle;
    this.wanted = wanted;
    this.kind = kind;
    this.name = name;
  }

  async list(): Promise<ReadonlyMap<Path, string>> {
    const found = new Map<Path, string>();
    await guarded('', () => this.collect(this.handle, '', found));
    return found;
  }

  read(path: Path): Promise<HeldFile> {
    return guarded(path, async () => {
      const file = await (await this.fileAt(path)).getFile();
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { bytes, stamp: this.remember(path, file, await stampOf(bytes)) };
    });
  }

  write(path: Path, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string> {
    return guarded(path, async () => {
      const [held, stamp] = await Promise.all([this.held(path), stampOf(bytes)]);
      if (held?.stamp === stamp) return stamp;
      if ((held?.stamp ?? null) !== expected) throw new StoreError('changed', path);
      const handle = held?.handle ?? (await this.fileAt(path, true));
      // The browser writes to a copy and replaces the file when the stream is closed.
      const stream = await handle.createWritable();
      try {
        await stream.write(bytes);
        await stream.close();
      } catch (error) {
        await stream.abort().catch(() => undefined);
        // The handle has made an empty file, which would count as another program's version.
        if (!held) await this.removeFile(path);
        throw error;
      }
      return this.remember(path, await handle.getFile(), stamp);
    });
  }

  remove(path: Path, expected: string): Promise<void> {
    return guarded(path, async () => {
      const held = await this.held(path);
      if (!held) return;
      if (held.stamp !== expected) throw new StoreError('changed', path);
      await this.removeFile(path);
    });
  }

  private async removeFile(path: Path): Promise<void> {
    const { folder, name } = await this.folderOf(path, false);
    await folder.removeEntry(name);
    this.stamps.delete(path);
  }

  private async collect(folder: FileSystemDirectoryHandle, below: Path, found: Map<Path, string>): Promise<void> {
    for await (const [name, handle] of folder.entries()) {
      const path = below + name;
      if (handle.kind === 'directory') {
        if (this.wanted.folder(path)) await this.collect(handle as FileSystemDirectoryHandle, `${path}/`, found);
      } else if (this.wanted.file(path)) {
        found.set(path, await this.stampOfFile(path, await (handle as FileSystemFileHandle).getFile()));
      }
    }
  }

  /** Finds a file and reads the stamp of its version; null if there is none. Times may be too coarse to show that it has changed. */
  private async held(path: Path): Promise<{ readonly handle: FileSystemFileHandle; readonly stamp: string } | null> {
    try {
      const handle = await this.fileAt(path);
      const file = await handle.getFile();
      return { handle, stamp: this.remember(path, file, await stampOf(new Uint8Array(await file.arrayBuffer()))) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  }

  private async stampOfFile(path: Path, file: File): Promise<string> {
    const known = this.stamps.get(path);
    if (known && known.size === file.size && known.time === file.lastModified) return known.stamp;
    return this.remember(path, file, await stampOf(new Uint8Array(await file.arrayBuffer())));
  }

  private remember(path: Path, file: File, stamp: string): string {
    this.stamps.set(path, { size: file.size, time: file.lastModified, stamp });
    return stamp;
  }

  private async fileAt(path: Path, create = false): Promise<FileSystemFileHandle> {
    const { folder, name } = await this.folderOf(path, create);
    return folder.getFileHandle(name, { create });
  }

  private async folderOf(path: Path, create: boolean): Promise<{ folder: FileSystemDirectoryHandle; name: string }> {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = this.handle;
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create });
    return { folder, name };
  }
}
