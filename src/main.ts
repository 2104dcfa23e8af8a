import type { Driver } from './drivers/driver.ts';
import { awaitApi, findHolder } from './drivers/find-api.ts';
import type { LmsApi } from './drivers/lms-call.ts';
import type { LocalApi, StandaloneOptions } from './drivers/standalone.ts';
import type { ModuleContent, Standard } from './model/course.ts';
import type { Thrift } from './model/limits-leaving.ts';
import type { CourseNotebookWorld } from './player/course-notebook.ts';
import { all } from './player/element.ts';
import type { RuntimeType } from './player/frames.ts';
import { openKeeping } from './player/keeping.ts';
import type { Strings } from './player/mount.ts';
import { holdTab } from './player/only-tab.ts';
import { addScript, createRest } from './player/rest.ts';
import type { Results } from './player/results.ts';
import { showBanner } from './player/save-status.ts';
import type { SharedWords } from './player/shared-words.ts';
import { announce } from './player/spoken.ts';
import { startPlayer } from './player/start-player.ts';
import { t, useWords } from './player/words.ts';
import { createTracker } from './tracker.ts';
import { ASIDE, COPIES } from './tracking/local-copy.ts';

/** The LMS interface of the package's target; the web has none. */
export interface Lms {
  readonly standard: Standard;
  /** @param thrift kinds of data to leave out, 2004 only */
  create(api: LmsApi, thrift?: readonly Thrift[]): Driver;
}

/** What `content.js` has of a module. */
interface PackageContent {
  readonly module: ModuleContent;
  readonly strings: Strings;
  /** Of the types on the first page; the others come with its pages. */
  readonly typeStrings: Record<string, Strings>;
}

declare global {
  interface Window {
    /** Left by `content.js`. @param root way from the page to the package's root */
    cartableContent?: (root: string) => PackageContent;
    /** Set by `standalone.js`, which is loaded only where no LMS is found. */
    cartableStandalone?: (options: StandaloneOptions) => Driver;
    /** Set by `types.js`, where modules of the course show answers of each other. */
    cartableShared?: (world: CourseNotebookWorld) => SharedWords;
    /** Set by `types.js`. */
    cartableResults?: Results;
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

/** Loads a script of the package; tried again until it comes, since nothing can begin without it. */
async function loadScript(path: string): Promise<void> {
  for (let pause = 1000; !(await addScript(path)); pause = Math.min(2 * pause, 30_000)) await wait(pause);
}

/** Who hears of the learner's work, and the window that is to be loaded for a new visit: none where an opener holds the LMS. */
async function findDriver(
  lms: Lms | undefined,
  thrift: ModuleContent['thrift'],
  options: StandaloneOptions,
  root: string,
): Promise<{ driver: Driver; holder: Window | undefined }> {
  const api = lms && (await awaitApi(window, lms.standard, later)).api;
  if (lms && api) return { driver: lms.create(api, thrift), holder: findHolder(window, lms.standard) };
  await loadScript(`${root}standalone.js`);
  if (standsAlone()) await loadScript(`${root}local-api.js`);
  const Api = window.cartableLocalApi;
  const create = window.cartableStandalone as NonNullable<Window['cartableStandalone']>;
  const driver = create({ ...options, ...(Api && { api: new Api({ autocommit: false, logLevel: 5 }) }) });
  return { driver, holder: window };
}

/**
 * Starts the page: finds the LMS, takes up the learner's work and shows where it was left.
 * @param lms absent for the web
 */
export async function start(types: Readonly<Record<string, RuntimeType>>, lms?: Lms): Promise<void> {
  const root = rootPath();
  const content = window.cartableContent?.(root);
  if (!content) return;
  useWords(content.strings);
  // What is typed before an activity is there would be written over by what was saved.
  for (const body of all('[data-body]')) body.inert = true;
  const { module } = content;
  const key = `cartable:${module.course}/${module.id}`;
  let isAlone = false;
  const keeping = openKeeping(
    module.course,
    () => localStorage,
    () => {
      if (isAlone) location.reload();
    },
  );
  const { storage } = keeping;
  const { driver, holder } = await findDriver(lms, module.thrift, { key, storage }, root);
  const launch = driver.start();
  isAlone = launch.alone && !launch.refused;
  const letGo = launch.mode === 'normal' ? await holdTab(`cartable ${location.pathname} ${launch.learner.id}`, later) : () => {};
  let filled = (): void => {};
  const late = (): void => {
    showBanner('late');
    announce(t('banner.late'));
  };
  const rest = createRest(content, root, late, () => filled());
  // What was answered is judged again from the whole module: nothing is told to the LMS before it is there.
  let opened: SharedWords | undefined;
  const shared = (): SharedWords | undefined => {
    opened ??= window.cartableShared?.({ content: module, launch, elsewhere: !letGo, storage });
    return opened;
  };
  // The LMS may have none of what a copy holds, and it is judged all the same.
  const isBegun = launch.state !== '' || keeping.kept()?.some(([name]) => name.startsWith(COPIES) || name.startsWith(ASIDE)) === true;
  if (isBegun) rest.needed();
  for (let pause = 1000; isBegun && !(await rest.load()); pause = Math.min(2 * pause, 30_000)) await wait(pause);
  const tracker = createTracker({
    content: module,
    types,
    driver: { ...driver, start: () => launch },
    now: Date.now,
    random: Math.random,
    later,
    storage,
    elsewhere: !letGo,
    note: (state) => shared()?.keep(state),
    ...(location.protocol.startsWith('http') && { witness: () => witness(root) }),
  });
  filled = startPlayer({
    rest,
    content: module,
    types,
    typeStrings: content.typeStrings,
    shared,
    results: () => window.cartableResults,
    tracker: {
      ...tracker,
      leave(stays) {
        tracker.leave(stays);
        letGo?.();
      },
    },
    reopen: holder && (() => holder.location.reload()),
    keeping,
  });
}
