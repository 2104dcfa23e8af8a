/** Options of a request for a lock, as the browser has them. */
interface LockOptions {
  readonly ifAvailable?: boolean;
  readonly steal?: boolean;
  readonly signal?: AbortSignal;
}

type Task = (lock: object | null) => unknown;

interface Holder {
  readonly tab: string;
  /** Ends the request of the holder, because the lock was stolen. */
  steal(): void;
}

interface Waiting {
  readonly tab: string;
  grant(): void;
}

/** The locks of a browser, in memory. */
export class MemoryLocks {
  private readonly held = new Map<string, Holder>();
  private readonly queues = new Map<string, Waiting[]>();

  /** Returns the locks as a tab sees them. */
  of(tab: string): LockManager {
    const request = (name: string, ...rest: readonly [Task] | readonly [LockOptions, Task]): Promise<unknown> => {
      const [options, task] = rest.length === 2 ? rest : [{}, rest[0]];
      return this.request(tab, name, options, task);
    };
    return { request, query: async () => ({}) } as unknown as LockManager;
  }

  /** Ends a tab: its locks are free, and its requests are never answered. */
  kill(tab: string): void {
    for (const [name, queue] of this.queues)
      this.queues.set(
        name,
        queue.filter((one) => one.tab !== tab),
      );
    for (const [name, holder] of [...this.held]) if (holder.tab === tab) this.free(name, holder);
  }

  private async request(tab: string, name: string, options: LockOptions, task: Task): Promise<unknown> {
    await Promise.resolve();
    if (options.ifAvailable && this.held.has(name)) return task(null);
    if (options.steal) {
      this.held.get(name)?.steal();
      this.held.delete(name);
    }
    if (this.held.has(name)) await this.turn(tab, name, options.signal);
    return this.run(tab, name, task);
  }

  private turn(tab: string, name: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = { tab, grant: resolve };
      this.queues.set(name, [...(this.queues.get(name) ?? []), waiting]);
      signal?.addEventListener('abort', () => {
        this.queues.set(
          name,
          (this.queues.get(name) ?? []).filter((one) => one !== waiting),
        );
        reject(new DOMException('The request was aborted.', 'AbortError'));
      });
    });
  }

  private run(tab: string, name: string, task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const holder = { tab, steal: () => reject(new DOMException('The lock was stolen.', 'AbortError')) };
      this.held.set(name, holder);
      const end = (): void => this.free(name, holder);
      new Promise((done) => done(task({ name }))).then(resolve, reject).finally(end);
    });
  }

  private free(name: string, holder: Holder): void {
    if (this.held.get(name) !== holder) return;
    this.held.delete(name);
    const [next, ...others] = this.queues.get(name) ?? [];
    this.queues.set(name, others);
    next?.grant();
  }
}

/** A channel between tabs on which nobody listens. */
export class SilentChannel extends EventTarget {
  postMessage(): void {}

  close(): void {}
}
