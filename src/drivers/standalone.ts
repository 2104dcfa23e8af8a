import { limits2004 } from '../model/limits.ts';
import type { Driver, Launch, LearnerRecord, Saved } from './driver.ts';
import type { LmsApi } from './lms-call.ts';
import { createScorm12 } from './scorm12.ts';
import { STATE_MEMBER } from './state-member.ts';

/** A local 1.2 API that can give its data and take it back: scorm-again's `Scorm12API`. */
export interface LocalApi extends LmsApi {
  loadFromJSON(data: Record<string, unknown>, element: string): void;
  renderCommitCMI(ending: boolean): unknown;
}

export interface StandaloneOptions {
  /** Where the work lies in the browser's storage: `cartable:<course>/<module>`, since a host's pages share it. */
  readonly key: string;
  /** Asked at each use; may throw, as `localStorage` does in a sandboxed frame: then nothing outlives the page. */
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
  /** Absent in a frame, where the saved state alone is kept. */
  readonly api?: LocalApi;
}

/** The data model as it lies in storage; both ways of keeping it read each other's. */
type Kept = Record<string, unknown>;

const saved: Saved = { ok: true };

function openStore({ key, storage }: StandaloneOptions) {
  return {
    /** Whether anything stays here at all. */
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
        // Storage is forbidden or full: the learner is told from the start that nothing is sent.
      }
    },
  };
}

/** The driver where no LMS hears us. What it keeps, it keeps in this browser. */
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
      // Something else lies there: a new start.
    }
    return { ...driver.start(), alone: true, refused: false, unkept: !store.isOpen() };
  }

  function keep(result: Saved): Saved {
    if (result.ok) store.write(() => (api.renderCommitCMI(true) as { cmi?: unknown }).cmi);
    return result;
  }

  return { ...driver, start, save: (record) => keep(driver.save(record)), leave: (record) => keep(driver.leave(record)) };
}

/** What lies in storage may be anything. */
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
