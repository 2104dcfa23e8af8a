import type { Driver, Launch } from './lms/driver.ts';
import { awaitApi, findHolder, isOutermost } from './lms/find-api.ts';
import type { LmsApi } from './lms/lms-call.ts';
import type { LocalApi, StandaloneOptions } from './lms/standalone.ts';
import type { ModuleContent, Standard } from './model/course/course.ts';
import type { Thrift } from './model/standards/limits-leaving.ts';
import type { CourseNotebookWorld } from './player/course-notebook.ts';
import type { RuntimeType } from './player/frame/frames.ts';
import type { Strings } from './player/frame/mount.ts';
import { type Keeping, openKeeping } from './player/keeping.ts';
import { holdTab } from './player/only-tab.ts';
import { addScript, createRest } from './player/rest.ts';
import type { Results } from './player/results.ts';
import type { SharedWords } from './player/shared-words.ts';
import { startPlayer } from './player/start-player.ts';
import { all } from './player/widgets/element.ts';
import { useStrings } from './player/widgets/strings.ts';
import { ASIDE, COPIES } from './visit/local-copy.ts';
import { createTracker } from './visit/tracker.ts';

/** LMS interface of the package's target; the web has none. */
export interface Lms {
  readonly standard: Standard;
  /** @param thrift kinds of data to leave out, 2004 only */
  create(api: LmsApi, thrift?: readonly Thrift[]): Driver;
}

/** Content of a module, as in `content.js`. */
interface PackageContent {
  readonly module: ModuleContent;
  readonly strings: Strings;
  /** Strings of the types on the first page; the others come with the other pages. */
  readonly typeStrings: Record<string, Strings>;
}

declare global {
  interface Window {
    /** Left by `content.js`. @param root path from the page to the package's root */
    cartableContent?: (root: string) => PackageContent;
    /** Set by `standalone.js`, which is loaded only if no LMS is found. */
    cartableStandalone?: (options: StandaloneOptions) => Driver;
    /** Set by `types.js`, if modules of the course show answers of each other. */
    cartableShared?: (world: CourseNotebookWorld) => SharedWords;
    /** Set by `types.js`. */
    cartableResults?: Results;
    /** Set by `local-api.js`, which is loaded only if the page has no parent window or opener. */
    cartableLocalApi?: new (
      settings: Record<string, unknown>,
    ) => LocalApi;
  }
}

/** Time (ms) after which a missing picture means that the network is down. */
const WITNESS_PATIENCE = 8000;

function later(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}

/** Tries a task until it succeeds, with growing pauses: nothing can begin without it. */
async function untilDone(task: () => Promise<boolean>): Promise<void> {
  for (let pause = 1000; !(await task()); pause = Math.min(2 * pause, 30_000)) await new Promise<void>((resume) => later(pause, resume));
}

/** Returns the path from the page to the package's root, from the URL of its own script. */
function rootPath(): string {
  const script = document.querySelector<HTMLScriptElement>('script[src$="runtime.js"]');
  return (script?.getAttribute('src') ?? '').replace('runtime.js', '');
}

/** Requests a tiny picture of the package. If the LMS queues its writes, a commit can't detect that the network is down. */
function witness(root: string): Promise<boolean> {
  return new Promise((resolve) => {
    const picture = new Image();
    later(WITNESS_PATIENCE, () => resolve(false));
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = `${root}witness.gif?${Date.now()}`;
  });
}

/** Finds or makes the driver, and the window to reload for a new visit: undefined if an opener holds the LMS. */
async function findDriver(
  lms: Lms | undefined,
  thrift: ModuleContent['thrift'],
  options: StandaloneOptions,
  root: string,
): Promise<{ driver: Driver; holder: Window | undefined }> {
  const api = lms && (await awaitApi(window, lms.standard, later)).api;
  if (lms && api) return { driver: lms.create(api, thrift), holder: findHolder(window, lms.standard) };
  await untilDone(() => addScript(`${root}standalone.js`));
  if (isOutermost(window)) await untilDone(() => addScript(`${root}local-api.js`));
  const Api = window.cartableLocalApi;
  const create = window.cartableStandalone as NonNullable<Window['cartableStandalone']>;
  const driver = create({ ...options, ...(Api && { api: new Api({ autocommit: false, logLevel: 5 }) }) });
  return { driver, holder: window };
}

/** Opens the course notebook when it is first needed and its script has loaded. */
function sharedOnce(world: CourseNotebookWorld): () => SharedWords | undefined {
  let opened: SharedWords | undefined;
  return () => {
    opened ??= window.cartableShared?.(world);
    return opened;
  };
}

/** Returns true if there may be answers of an earlier visit, in the LMS or in this browser. */
function isBegun({ state }: Launch, keeping: Keeping): boolean {
  // A local copy may contain answers that the LMS doesn't have; they are judged too.
  return state !== '' || keeping.kept()?.some(([name]) => name.startsWith(COPIES) || name.startsWith(ASIDE)) === true;
}

/**
 * Starts the page: finds the LMS, reads the learner's work and shows the page where it was left.
 * @param lms absent for the web
 */
export async function start(types: Readonly<Record<string, RuntimeType>>, lms?: Lms): Promise<void> {
  const root = rootPath();
  const content = window.cartableContent?.(root);
  if (!content) return;
  useStrings(content.strings);
  // Text typed before an activity is mounted would be overwritten by the saved answer.
  for (const body of all('[data-body]')) body.inert = true;
  const { module, typeStrings } = content;
  let isAlone = false;
  const place = (): Storage => localStorage;
  const keeping = openKeeping(module.course, place, () => {
    if (isAlone) location.reload();
  });
  const { storage } = keeping;
  const { driver, holder } = await findDriver(lms, module.thrift, { key: `cartable:${module.course}/${module.id}`, storage }, root);
  const launch = driver.start();
  isAlone = launch.alone && !launch.refused;
  const letGo = launch.mode === 'normal' ? await holdTab(`cartable ${location.pathname} ${launch.learner.id}`, later) : () => {};
  const elsewhere = !letGo;
  let filled = (): void => {};
  const rest = createRest(content, root, () => filled());
  const shared = sharedOnce({ content: module, launch, elsewhere, storage });
  if (isBegun(launch, keeping)) {
    // Saved answers are judged again, which needs the whole module: send nothing to the LMS before it has loaded.
    rest.needed();
    await untilDone(rest.load);
  }
  const tracker = createTracker({
    content: module,
    types,
    driver: { ...driver, start: () => launch },
    now: Date.now,
    random: Math.random,
    later,
    storage,
    elsewhere,
    note: (state) => shared()?.keep(state),
    ...(location.protocol.startsWith('http') && { witness: () => witness(root) }),
  });
  function leave(stays?: boolean): void {
    tracker.leave(stays);
    letGo?.();
  }
  filled = startPlayer({
    rest,
    content: module,
    types,
    typeStrings,
    shared,
    results: () => window.cartableResults,
    tracker: { ...tracker, leave },
    reopen: holder && (() => holder.location.reload()),
    keeping,
  });
}
