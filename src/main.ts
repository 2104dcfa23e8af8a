import type { Driver } from './drivers/driver.ts';
import { awaitApi } from './drivers/find-api.ts';
import { createScorm12 } from './drivers/scorm12.ts';
import { createScorm2004 } from './drivers/scorm2004.ts';
import { createStandalone, type LocalApi } from './drivers/standalone.ts';
import type { ModuleContent, Target } from './model/course.ts';
import type { RuntimeType } from './player/frames.ts';
import type { Strings } from './player/mount.ts';
import { createRest } from './player/rest.ts';
import { startPlayer } from './player/start-player.ts';
import { useWords } from './player/words.ts';
import { createTracker } from './tracker.ts';

/** What `content.js` leaves on the window. */
interface PackageContent {
  readonly module: ModuleContent;
  readonly strings: Strings;
  readonly typeStrings: Readonly<Record<string, Strings>>;
  readonly target: Target;
}

declare global {
  interface Window {
    cartableContent?: PackageContent;
    /** Set by `local-api.js`, which is loaded only where the page stands alone. */
    cartableLocalApi?: new (
      settings: Record<string, unknown>,
    ) => LocalApi;
  }
}

/** Milliseconds after which a picture that did not come is taken for a dead network. */
const WITNESS_PATIENCE = 8000;

function later(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void later(milliseconds, resolve));
}

/** Way from the page to the package's root, as its own script was named. */
function rootPath(): string {
  const script = document.querySelector<HTMLScriptElement>('script[src$="runtime.js"]');
  return (script?.getAttribute('src') ?? '').replace('runtime.js', '');
}

/** Asks the package's host for a tiny picture: no commit can tell a dead network from a live one where the LMS queues its writes. */
function witness(root: string): Promise<boolean> {
  return new Promise((resolve) => {
    const picture = new Image();
    later(WITNESS_PATIENCE, () => resolve(false));
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = `${root}witness.gif?${Date.now()}`;
  });
}

function standsAlone(): boolean {
  try {
    return window.parent === window && !window.opener;
  } catch {
    return false;
  }
}

/** The local API, or undefined where its script does not come. */
function loadLocalApi(root: string): Promise<LocalApi | undefined> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = `${root}local-api.js`;
    script.onerror = () => resolve(undefined);
    script.onload = () => {
      const Api = window.cartableLocalApi;
      resolve(Api && new Api({ autocommit: false, logLevel: 5 }));
    };
    document.head.append(script);
  });
}

async function findDriver({ target }: PackageContent, storage: () => Storage, key: string, root: string): Promise<Driver> {
  const standard = target.startsWith('scorm2004') ? '2004' : '1.2';
  const api = target === 'web' ? null : await awaitApi(window, standard, later);
  if (api) return standard === '2004' ? createScorm2004(api) : createScorm12(api);
  const local = standsAlone() ? await loadLocalApi(root) : undefined;
  return createStandalone({ key, storage, ...(local && { api: local }) });
}

/** Starts the page: finds the LMS, takes up the learner's work and shows where it was left. */
export async function start(types: Readonly<Record<string, RuntimeType>>): Promise<void> {
  const content = window.cartableContent;
  if (!content) return;
  useWords(content.strings);
  const { module } = content;
  const key = `cartable:${module.course}/${module.id}`;
  const root = rootPath();
  let erased = false;
  const storage = (): Storage => {
    // Leaving the page saves once more: not what was just erased.
    if (erased) throw new Error('erased');
    return localStorage;
  };
  const driver = await findDriver(content, storage, key, root);
  const launch = driver.start();
  let filled = (): void => {};
  const rest = createRest(module, () => filled());
  // What was answered is judged again from the whole module: nothing is told to the LMS before it is there.
  for (let pause = 1000; launch.state !== '' && !(await rest.load()); pause = Math.min(2 * pause, 30_000)) await wait(pause);
  const tracker = createTracker({
    content: module,
    types,
    driver: { ...driver, start: () => launch },
    now: Date.now,
    random: Math.random,
    later,
    ...(location.protocol.startsWith('http') && { witness: () => witness(root) }),
  });
  const forget = (): void => {
    try {
      localStorage.removeItem(key);
    } finally {
      erased = true;
      location.reload();
    }
  };
  filled = startPlayer({ rest, content: module, types, typeStrings: content.typeStrings, tracker, forget: tracker.launch.alone ? forget : undefined });
}
