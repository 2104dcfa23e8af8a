import { limits2004 } from '../model/standards/limits.ts';
import type { Driver, Launch, LearnerRecord, Saved } from './driver.ts';
import type { LmsApi } from './lms-call.ts';
import { createScorm12 } from './scorm12.ts';
import { STATE_MEMBER } from './state-member.ts';

/** Local 1.2 API that can export and import its data: scorm-again's `Scorm12API`. */
export interface LocalApi extends LmsApi {
  loadFromJSON(data: Record<string, unknown>, element: string): void;
  renderCommitCMI(ending: boolean): unknown;
}

export interface StandaloneOptions {
  /** Key in the browser's storage, which a host's pages share: `cartable:<course>/<module>`. */
  readonly key: string;
  /** Called at each use; may throw, like `localStorage` in a sandboxed frame: then nothing outlives the page. */
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
  /** Absent in a frame, where only the saved state is kept. */
  readonly api?: LocalApi;
}

/** Data model as stored; with or without the local API, each way reads the other's data. */
type Kept = Record<string, unknown>;

const saved: Saved = { ok: true };

function openStore({ key, storage }: StandaloneOptions) {
  return {
    /** Returns true if this browser stores anything. */
    isOpen(): boolean {
      try {
        const kept = storage().getItem(key);
        storage().setItem(key, kept ?? '{}');
        return true;
      } catch {
        return false;
      }
    },
    read(): Kept {
      try {
        const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}');
        return typeof kept === 'object' && kept !== null ? { ...kept } : {};
      } catch {
        return {};
      }
    },
    write(give: () => unknown): void {
      try {
        storage().setItem(key, JSON.stringify(give()));
      } catch {
        // Storage is forbidden or full: a notice says from the start that nothing is sent.
      }
    },
  };
}

/** Makes the driver for pages without an LMS. It stores the work in this browser. */
export function createStandalone(options: StandaloneOptions): Driver {
  const store = openStore(options);
  return options.api ? overApi(options.api, store) : plain(store);
}

type Store = ReturnType<typeof openStore>;

function overApi(api: LocalApi, store: Store): Driver {
  const driver = createScorm12(api);

  function start(): Launch {
    try {
      api.loadFromJSON(store.read(), 'cmi');
    } catch {
      // The key holds something else: start afresh.
    }
    return { ...driver.start(), alone: true, refused: false, unkept: !store.isOpen() };
  }

  function keep(result: Saved): Saved {
    if (result.ok) store.write(() => (api.renderCommitCMI(true) as { cmi?: unknown }).cmi);
    return result;
  }

  return { ...driver, start, save: (record) => keep(driver.save(record)), leave: (record) => keep(driver.leave(record)) };
}

/** Returns a stored value if it is a string, else '': storage may hold anything. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function plain(store: Store): Driver {
  function keep(record: LearnerRecord): Saved {
    if (!record.silent) store.write(() => ({ ...store.read(), [STATE_MEMBER]: record.state }));
    return saved;
  }

  return {
    limits: { state: limits2004.state, text: limits2004.state, registerFirst: false },
    start: () => ({
      mode: 'normal',
      state: textOf(store.read()[STATE_MEMBER]),
      learner: { id: '', name: '' },
      alone: true,
      unkept: !store.isOpen(),
      interactions: -1,
    }),
    register: () => undefined,
    save: keep,
    leave: keep,
  };
}
