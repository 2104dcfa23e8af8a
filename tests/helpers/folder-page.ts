import { vi } from 'vitest';
import type { AnswerMessage, CallMessage } from '../../build/studio/engine/calls.ts';
import type { StudioSettings } from '../../build/studio/settings.ts';
import { MemoryDatabases } from './memory-database.ts';
import { MemoryFolder } from './memory-folder.ts';
import { MemoryLocks } from './memory-locks.ts';
import { type Answers, NOTHING } from './open-studio.ts';

/** Addresses of the studio's files, relative to the page. */
const SETTINGS = {
  engine: 'engine.js',
  program: { folder: 'program', names: [] },
  samples: { 'repair-cafe': 'repair.zip' },
  nonce: 'n',
  frame: 'frame.html',
  frameScript: 'play.js',
  lms: { '1.2': '12.js', '2004': '2004.js' },
};

/** Makes a folder of the disk whose files have one text. */
export async function folderOf(name: string, ...paths: readonly string[]): Promise<MemoryFolder> {
  const made = new MemoryFolder(name);
  for (const path of paths) await made.put(path, 'id: four\ntitle: Le four\n');
  return made;
}

/** A worker that a page has started. It finds nothing in any course, unless a test knows better. */
class PageWorker extends EventTarget {
  readonly address: string;
  readonly options: WorkerOptions | undefined;
  readonly calls: CallMessage[] = [];
  isEnded = false;
  private readonly answers: Answers;

  constructor(answers: Answers, address: string | URL, options?: WorkerOptions) {
    super();
    this.answers = answers;
    this.address = String(address);
    this.options = options;
  }

  postMessage(message: CallMessage): void {
    this.calls.push(message);
    const { number, name, args } = message;
    const found = this.answers[name]?.(...(args as never[]));
    const nothing = name === 'types' ? [] : name === 'open' || name === 'change' ? NOTHING : null;
    const data: AnswerMessage = { number, answer: found ?? nothing };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

/** The only tab of a course: no other one answers. */
class LonelyChannel extends EventTarget {
  postMessage(): void {}
  close(): void {}
}

/** Gives a page what the studio asks a browser for: storage, locks, a database, workers and the dialog for folders. */
export class FolderPage {
  readonly settings = SETTINGS as unknown as StudioSettings;
  /** This browser's storage. */
  readonly root = new MemoryFolder();
  readonly workers: PageWorker[] = [];
  /** Answers of the engine by the name of the call. */
  readonly answers: Answers = {};
  /** Options with which the dialog for folders was opened, in order. */
  readonly picked: unknown[] = [];
  private choose: (folder: unknown) => void = () => {};
  private readonly chosen = new Promise<unknown>((resolve) => {
    this.choose = resolve;
  });

  constructor() {
    const { root, workers, answers } = this;
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
    vi.stubGlobal('BroadcastChannel', LonelyChannel);
    vi.stubGlobal('fetch', async () => new Response(''));
    vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
    vi.stubGlobal(
      'Worker',
      class extends PageWorker {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(answers, address, options);
          workers.push(this);
        }
      },
    );
    vi.spyOn(document, 'baseURI', 'get').mockReturnValue('http://four.test/studio/');
    Object.assign(window, {
      showDirectoryPicker: (options: unknown) => {
        this.picked.push(options);
        return this.chosen;
      },
    });
  }

  /** Chooses a folder in the dialog, or closes it with an error. */
  pick(folder: MemoryFolder | Promise<never>): void {
    this.choose(folder);
  }

  /** Takes all of it from the page again. */
  close(): void {
    Reflect.deleteProperty(window, 'showDirectoryPicker');
    sessionStorage.clear();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
}
