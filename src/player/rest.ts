import type { Activity } from '../model/course/activity.ts';
import type { ModuleContent } from '../model/course/course.ts';
import type { Strings } from './frame/mount.ts';
import { announce } from './frame/spoken.ts';
import { showBanner } from './save-status.ts';
import { byId } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Content that `pages.js` puts on the window: everything that the first page doesn't need. */
interface Rest {
  /** Markup by page id. */
  readonly pages: Readonly<Record<string, string>>;
  /** Members that `content.js` left out, by activity id. */
  readonly activities: Readonly<Record<string, Partial<Activity>>>;
  /** Strings of the types that the first page doesn't use. */
  readonly typeStrings: Readonly<Record<string, Strings>>;
}

/** Content available at launch. */
interface Begun {
  readonly module: ModuleContent;
  readonly typeStrings: Record<string, Strings>;
}

declare global {
  interface Window {
    cartableRest?: (root: string) => Rest;
  }
}

/** Pages after the first, loaded when first needed. */
export interface RestOfModule {
  /** Reports that the rest is being waited for: if it takes long, a banner is shown until it has loaded. */
  needed(): void;
  /** Runs a task once everything has loaded, retrying as often as necessary. */
  whenReady(task: () => void): void;
  /** Resolves to true once everything has loaded; false if the script failed to load. */
  load(): Promise<boolean>;
}

/** Delay (ms) before the pages are requested again after a failure. */
const PAUSE = 2000;

/** Delay (ms) after which a banner shows that the pages are late. */
const PATIENCE = 5000;

/** Adds the rest to the content of the launch, in place: references to an activity stay valid. */
function complete({ module, typeStrings }: Begun, rest: Rest): void {
  Object.assign(typeStrings, rest.typeStrings);
  for (const activity of module.activities) {
    const { slots, ...more } = rest.activities[activity.id] ?? {};
    Object.assign(activity, more);
    slots?.forEach((slot, index) => void Object.assign(activity.slots[index] ?? {}, slot));
  }
  for (const [id, html] of Object.entries(rest.pages)) byId(`p-${id}`).insertAdjacentHTML('beforeend', html);
}

/** Adds a script of the package to the page; resolves to false if it fails to load. */
export function addScript(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}

function showLate(): void {
  showBanner('late');
  announce(t('banner.late'));
}

/**
 * @param begun content of the launch, completed in place
 * @param root path from the page to the package's root
 * @param filled called once the pages are in the document
 */
export function createRest(begun: Begun, root: string, filled: () => void): RestOfModule {
  let coming: Promise<boolean> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let ready = false;
  let wanted: (() => void) | undefined;

  function needed(): void {
    if (!ready) waiting ??= setTimeout(showLate, PATIENCE);
  }

  async function fetchAll(): Promise<boolean> {
    const came = await Promise.all([addScript(`${root}types.js`), addScript('pages.js')]);
    const rest = came.every(Boolean) && window.cartableRest;
    if (rest) {
      complete(begun, rest(root));
      ready = true;
      clearTimeout(waiting);
      filled();
    } else coming = undefined;
    return ready;
  }

  function load(): Promise<boolean> {
    coming ??= fetchAll();
    return coming;
  }

  function whenReady(task: () => void): void {
    wanted = task;
    needed();
    if (ready) run();
    else void load().then((came) => (came ? run() : setTimeout(again, PAUSE)));
  }

  /** Runs only the last task: the learner may have pressed twice while waiting. */
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
