import { type Dirent, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { statOrNull } from './stat.ts';

/** Editors save in several steps: a change is looked at when nothing has moved for this long, in milliseconds. */
const QUIET = 3;

/** Some drives (shared folders, containers) tell nothing: every file's time is looked at this often, in milliseconds. */
const PATROL = 2000;

/** Watches a folder until it is closed. */
export interface Watcher {
  close(): void;
}

/** Entries of a folder; null where it was just taken away. */
function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** Time and length of each file below a folder, by absolute path. Names that begin with a dot are left out. */
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
  private readonly root: string;
  private readonly changed: (paths: ReadonlySet<string>) => Promise<void>;
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly touched = new Set<string>();
  private readonly patrol: NodeJS.Timeout;
  private files: ReadonlyMap<string, string>;
  private timer: NodeJS.Timeout | undefined;
  private busy = false;

  constructor(root: string, changed: (paths: ReadonlySet<string>) => Promise<void>) {
    this.root = root;
    this.changed = changed;
    this.files = this.scan();
    this.patrol = setInterval(() => this.settle(), PATROL);
  }

  close(): void {
    clearInterval(this.patrol);
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private scan(): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    const folders = new Set<string>();
    look(this.root, files, folders);
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
      // Two saves within one tick of the file system's clock have the same time: the event says more than the time does.
      if (name) this.touched.add(join(folder, name));
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.settle(), QUIET);
    });
    // A folder that is taken away: the next look at the whole finds that out.
    watcher.on('error', () => watcher.close());
    this.watchers.set(folder, watcher);
  }

  private settle(): void {
    if (this.busy) return;
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
 * Says which files below a folder changed, one call after the other: what changes during a call is told in the next.
 * @param changed must not reject
 */
export function watchFolder(root: string, changed: (paths: ReadonlySet<string>) => Promise<void>): Watcher {
  return new FolderWatcher(root, changed);
}
