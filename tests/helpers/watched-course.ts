import { vi } from 'vitest';
import { Watch } from '../../build/studio/safety/watch.ts';
import { Versions } from '../../build/studio/storage/versions.ts';
import { MemoryDatabases } from './memory-database.ts';
import { MemoryFolder } from './memory-folder.ts';
import { MemoryLocks, SilentChannel } from './memory-locks.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';

/** Path of the course's only text. */
export const TEXT = 'modules/four/1.md';

/** Time (ms since 1970) at which the course is opened. */
export const START = new Date(2026, 10, 28, 9, 0).getTime();

export const HOUR = 3_600_000;

/** A course of this browser that is watched over, in a browser in memory whose clock a test moves. */
export class WatchedCourse {
  readonly root = new MemoryFolder();
  readonly locks = new MemoryLocks();
  readonly persist = vi.fn();
  visibility: DocumentVisibilityState = 'visible';
  readonly open: OpenStudio;
  private readonly begun: Watch[] = [];

  private constructor(open: OpenStudio) {
    this.open = open;
    vi.stubGlobal('navigator', {
      storage: {
        getDirectory: async () => this.root.handle,
        persist: this.persist,
        estimate: async () => ({ quota: 5_900_000, usage: 2_000_000 }),
      },
      locks: this.locks.of('here'),
    });
    vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
    vi.stubGlobal('BroadcastChannel', SilentChannel);
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => this.visibility);
    localStorage.clear();
  }

  static async make(): Promise<WatchedCourse> {
    vi.useFakeTimers({ now: START });
    const open = await openStudio({ '1.md': 'old' });
    Object.assign(open.store, { kind: 'browser', name: 'four' });
    return new WatchedCourse(open);
  }

  /** Begins to watch, without waiting for anything. */
  watch(): Watch {
    const watch = new Watch(this.open.studio);
    this.begun.push(watch);
    return watch;
  }

  /** Begins to watch, until the course has its name. */
  async begin(): Promise<Watch> {
    const watch = this.watch();
    await vi.advanceTimersByTimeAsync(1);
    return watch;
  }

  /** Lists the versions that are kept: why, and of which packages. */
  async kept(): Promise<unknown> {
    return (await new Versions('browser:four').list()).map(({ kind, packages }) => [kind, ...packages]);
  }

  /** Ends all that the course has begun, and restores the browser. */
  end(): void {
    for (const one of this.begun) one.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  }
}

/** Lets time (ms) pass. */
export const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
