import { type Dirent, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { statOrNull } from '../host/node/stat.ts';
import type { CommandContext } from './context.ts';

/** Quiet time before a change is handled, in milliseconds: editors save in several steps. */
const QUIET = 3;

/** Polling interval in milliseconds, for drives without events (shared folders, containers). */
const PATROL = 2000;

/** Watches folders until it is closed. */
export interface Watcher {
  close(): void;
}

/** Lists a folder's entries; null if it was just removed. */
function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** Collects time and length of each file below a folder, by absolute path. Skips names that begin with a dot. */
function look(folder: string, files: Map<string, string>, folders: Set<string>): void {
  const entries = entriesOf(folder);
  if (!entries) return;
  folders.add(folder);
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) look(path, files, folders);
    else {
      const stat = statOrNull(path);
      if (stat) files.set(path, `${stat.mtimeMs} ${stat.size} ${stat.ino}`);
    }
  }
}

function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const changed = [...now].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path);
  return [...changed, ...[...before.keys()].filter((path) => !now.has(path))];
}

class FolderWatcher implements Watcher {
  private readonly roots: readonly string[];
  private readonly changed: (paths: ReadonlySet<string>) => Promise<void>;
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly touched = new Set<string>();
  private readonly patrol: NodeJS.Timeout;
  private files: ReadonlyMap<string, string>;
  private timer: NodeJS.Timeout | undefined;
  private busy = false;
  private closed = false;

  constructor(roots: readonly string[], changed: (paths: ReadonlySet<string>) => Promise<void>) {
    this.roots = roots;
    this.changed = changed;
    this.files = this.scan();
    this.patrol = setInterval(() => this.settle(), PATROL);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.patrol);
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private scan(): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    const folders = new Set<string>();
    for (const root of this.roots) look(root, files, folders);
    for (const folder of folders) if (!this.watchers.has(folder)) this.listen(folder);
    for (const [folder, watcher] of this.watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    return files;
  }

  private listen(folder: string): void {
    const watcher = watch(folder, (_event, name) => {
      // Two saves within one tick of the file system's clock have the same time, so the event counts too.
      if (name) this.touched.add(join(folder, name));
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.settle(), QUIET);
    });
    // The folder was removed: the next poll finds that out.
    watcher.on('error', () => watcher.close());
    this.watchers.set(folder, watcher);
  }

  private settle(): void {
    if (this.busy || this.closed) return;
    const now = this.scan();
    const changed = new Set([...this.touched].filter((path) => now.has(path) || this.files.has(path)));
    for (const path of differing(this.files, now)) changed.add(path);
    this.touched.clear();
    this.files = now;
    if (changed.size === 0) return;
    this.busy = true;
    void this.changed(changed).finally(() => {
      this.busy = false;
      if (this.touched.size > 0) this.settle();
    });
  }
}

/**
 * Reports which files below some folders changed, one call after the other: what changes during a call is part of the next.
 * @param roots one that is missing is watched once it is there
 * @param changed must not reject
 */
export function watchFolders(roots: readonly string[], changed: (paths: ReadonlySet<string>) => Promise<void>): Watcher {
  return new FolderWatcher(roots, changed);
}

/** The context after some files changed: with the activity types as they are now, where one of these is theirs. */
export async function refreshed(context: CommandContext, paths: ReadonlySet<string>): Promise<CommandContext> {
  const isOfType = [...paths].some((path) => path.startsWith(context.types + sep));
  return isOfType ? { ...context, engine: await context.readTypes() } : context;
}
