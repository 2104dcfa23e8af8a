import type { Activity } from '../model/activity.ts';
import type { ModuleContent } from '../model/course.ts';
import { byId } from './element.ts';
import type { Strings } from './mount.ts';

/** What `pages.js` leaves on the window: all that the first page does not need. */
interface Rest {
  /** Markup by page id. */
  readonly pages: Readonly<Record<string, string>>;
  /** By activity id: what `content.js` left out of it. */
  readonly activities: Readonly<Record<string, Partial<Activity>>>;
  /** Texts of the types that the first page has none of. */
  readonly typeStrings: Readonly<Record<string, Strings>>;
}

/** What the launch knows; it is completed in place. */
interface Begun {
  readonly module: ModuleContent;
  readonly typeStrings: Record<string, Strings>;
}

declare global {
  interface Window {
    cartableRest?: (root: string) => Rest;
  }
}

/** The pages after the first, which come when they are first needed. */
export interface RestOfModule {
  /** Somebody waits for the rest: where it takes long, the page says so until it is there. */
  needed(): void;
  /** Does a task at once where everything is there, else as soon as it is, however often that must be tried. */
  whenReady(task: () => void): void;
  /** Comes true once everything is there; false where the script did not come. */
  load(): Promise<boolean>;
}

/** Milliseconds until the pages are asked for again when they did not come. */
const PAUSE = 2000;

/** Milliseconds after which whoever waits for them is told that they are late. */
const PATIENCE = 5000;

/** Completes activities in place: whoever holds one holds the whole of it afterwards. */
function complete(activity: Activity, { slots, ...more }: Partial<Activity>): void {
  Object.assign(activity, more);
  slots?.forEach((slot, index) => void Object.assign(activity.slots[index] ?? {}, slot));
}

/** Adds a script of the package to the page; false where it does not come. */
export function addScript(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}

/**
 * @param root way from the page to the package's root
 * @param late is called where somebody waits for long
 * @param filled is called once the pages stand in the document
 */
export function createRest({ module: content, typeStrings }: Begun, root: string, late: () => void, filled: () => void): RestOfModule {
  let coming: Promise<boolean> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let ready = false;

  function fill({ pages, activities, typeStrings: more }: Rest): void {
    Object.assign(typeStrings, more);
    for (const activity of content.activities) complete(activity, activities[activity.id] ?? {});
    for (const [id, html] of Object.entries(pages)) byId(`p-${id}`).insertAdjacentHTML('beforeend', html);
    ready = true;
    clearTimeout(waiting);
    filled();
  }

  function needed(): void {
    if (!ready) waiting ??= setTimeout(late, PATIENCE);
  }

  async function fetchAll(): Promise<boolean> {
    const came = await Promise.all([addScript(`${root}types.js`), addScript('pages.js')]);
    if (came.every(Boolean) && window.cartableRest) fill(window.cartableRest(root));
    else coming = undefined;
    return ready;
  }

  function load(): Promise<boolean> {
    coming ??= fetchAll();
    return coming;
  }

  let wanted: (() => void) | undefined;

  function whenReady(task: () => void): void {
    wanted = task;
    needed();
    if (ready) run();
    else void load().then((came) => (came ? run() : setTimeout(again, PAUSE)));
  }

  /** Only what was asked for last is done: the learner may have pressed twice while nothing came. */
  function run(): void {
    const task = wanted;
    wanted = undefined;
    task?.();
  }

  function again(): void {
    if (wanted) whenReady(wanted);
  }

  return { needed, load, whenReady };
}
