/** Answers to requests of a database, in order. */
class Answer<Value> {
  result: Value | undefined;
  error: DOMException | null = null;
  onsuccess: (() => void) | undefined;
  onerror: (() => void) | undefined;
  onupgradeneeded: (() => void) | undefined;
}

/** A browser's databases in memory: each with stores of entries under a key. */
export class MemoryDatabases {
  /** Entries by database, store and key. */
  readonly entries = new Map<string, Map<string, Map<string, unknown>>>();
  /** Versions that were asked for, by name. */
  readonly versions = new Map<string, number>();
  /** Databases that are open now. */
  open = 0;
  /** Why nothing can be opened or asked; null: all is well. */
  refuses: 'open' | 'ask' | null = null;

  /** Returns the databases as code of the browser sees them. */
  get factory(): IDBFactory {
    return { open: (name: string, version: number) => this.openOne(name, version) } as unknown as IDBFactory;
  }

  private openOne(name: string, version: number): unknown {
    this.versions.set(name, version);
    const isNew = !this.entries.has(name);
    const stores = this.entries.get(name) ?? new Map<string, Map<string, unknown>>();
    const answer = new Answer<unknown>();
    answer.result = {
      createObjectStore: (store: string, { keyPath }: { readonly keyPath?: string } = {}) => {
        // Entries are held by their ids: a browser that was not asked for that refuses them.
        if (keyPath !== 'id') throw new DOMException('No key was named.', 'DataError');
        stores.set(store, new Map());
      },
      transaction: (store: string, mode: string) => ({ objectStore: () => this.storeOf(stores.get(store), mode) }),
      close: () => {
        this.open -= 1;
      },
    };
    this.settle(answer, this.refuses === 'open', () => {
      this.entries.set(name, stores);
      this.open += 1;
      if (isNew) answer.onupgradeneeded?.();
    });
    return answer;
  }

  private storeOf(store: Map<string, unknown> | undefined, mode: string): unknown {
    if (!store) throw new DOMException('No such store.', 'NotFoundError');
    const ask = (isWrite: boolean, task: () => unknown): unknown => {
      if (isWrite && mode !== 'readwrite') throw new DOMException('It is only read.', 'ReadOnlyError');
      const answer = new Answer<unknown>();
      this.settle(answer, this.refuses === 'ask', () => {
        answer.result = task();
      });
      return answer;
    };
    return {
      getAll: () => ask(false, () => [...store.values()]),
      put: (entry: { readonly id: string }) => ask(true, () => void store.set(entry.id, { ...entry })),
      delete: (id: string) => ask(true, () => void store.delete(id)),
    };
  }

  private settle(answer: Answer<unknown>, isRefused: boolean, task: () => void): void {
    queueMicrotask(() => {
      if (isRefused) {
        answer.error = new DOMException('Refused.', 'UnknownError');
        answer.onerror?.();
        return;
      }
      task();
      answer.onsuccess?.();
    });
  }
}
