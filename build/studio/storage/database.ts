/** Name of the studio's database in this browser, and of its store of recent courses. */
const NAME = 'cartable-studio';
const STORE = 'recent';

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'id' });
  return answerOf(request);
}

/** Runs one request on the recent courses. */
async function run<Value>(mode: IDBTransactionMode, task: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await openDatabase();
  try {
    return await answerOf(task(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Reads all entries. */
export function readEntries<Entry>(): Promise<readonly Entry[]> {
  return run('readonly', (store) => store.getAll() as IDBRequest<Entry[]>);
}

/** Stores an entry under its id, in place of an earlier one. */
export async function writeEntry(entry: { readonly id: string }): Promise<void> {
  await run('readwrite', (store) => store.put(entry));
}

export async function removeEntry(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
}
