import { setTimeout as pause } from 'node:timers/promises';
import type { LaunchPlan } from '../launch-plan.ts';
import type { Played, PlayedLaunch } from '../played/record.ts';
import type { OpenZip } from '../zip/open-zip.ts';
import { Browser, BrowserError } from './browser.ts';
import { BELOW, type PackageServer, servePackage } from './package-server.ts';
import { Watch } from './watch.ts';

/** Most pages that are played. */
const MOST = 5;

/** Longest time of one page, and how long nothing must happen for it to count as opened, in milliseconds. */
const LONGEST = 10_000;
const QUIET = 1500;

/** Wait for calls that come after the page is gone, in milliseconds. */
const AFTER = 500;

/** Settings for playing a package. */
export interface PlaySettings {
  /** Path of the browser; undefined if there is none. */
  readonly browser: string | undefined;
  /** Folder of the built program. */
  readonly program: string;
  /** Called before each page. */
  progress(done: number, total: number, title: string): void;
  /** Waits for a time in milliseconds. */
  readonly wait?: Wait;
}

type Wait = (milliseconds: number) => Promise<unknown>;

interface Evaluated<Value> {
  readonly result: { readonly value?: Value };
}

/** Waits for the LMS's own page. @throws BrowserError if it doesn't come */
async function ready(wait: Wait, isReady: () => Promise<boolean | undefined>): Promise<void> {
  const start = Date.now();
  while (!(await isReady())) {
    if (Date.now() - start > LONGEST) throw new BrowserError('no page');
    await wait(50);
  }
}

/** Waits until the page is quiet, or the time is over. */
async function settle(watch: Watch, wait: Wait): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < LONGEST && watch.quiet < QUIET) await wait(100);
}

/** Opens one page in a browser window of its own, without cookies or storage, and closes it. */
async function playOne(plan: LaunchPlan, browser: Browser, server: PackageServer, wait: Wait): Promise<PlayedLaunch> {
  const { origin, missing } = server;
  missing.clear();
  const watch = new Watch(browser, origin);
  const { browserContextId } = await browser.send<{ browserContextId: string }>('Target.createBrowserContext');
  const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', browserContextId });
  await ready(wait, async () => watch.sessionOf(targetId) !== undefined);
  const sessionId = watch.sessionOf(targetId);
  const evaluate = async <Value>(expression: string): Promise<Value | undefined> => {
    const answer = browser.send<Evaluated<Value>>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
    return (await answer.catch(() => undefined))?.result.value;
  };
  await browser.send('Page.navigate', { url: `${origin}/-/?version=${plan.version}` }, sessionId);
  await ready(wait, () => evaluate<boolean>('window.cartablePlayer !== undefined'));
  watch.begin(targetId);
  await evaluate(`cartablePlayer.open(${JSON.stringify(BELOW + plan.href)})`);
  await settle(watch, wait);
  const isBlank = watch.popups.length === 0 && (await evaluate<boolean>('cartablePlayer.isBlank()')) === true;
  for (const popup of watch.popups) await browser.send('Target.closeTarget', { targetId: popup }).catch(() => undefined);
  await evaluate('cartablePlayer.leave()');
  await wait(AFTER);
  const observed = watch.end();
  await browser.send('Target.disposeBrowserContext', { browserContextId });
  const { title, href, isSco, version } = plan;
  return { title, href, isSco, version, ...observed, missing: [...missing].filter((name) => !/favicon\.ico$/.test(name)), isBlank };
}

/**
 * Opens the pages of a package in an installed browser, with an LMS around them, and closes each again. Requests to other hosts are
 * blocked and listed.
 */
export async function play(
  zip: OpenZip,
  plans: readonly LaunchPlan[],
  { browser: path, program, progress, wait = pause }: PlaySettings,
): Promise<Played> {
  if (path === undefined) return { state: 'skipped', why: 'no-browser' };
  const server = await servePackage(zip, program);
  let browser: Browser | undefined;
  try {
    browser = await Browser.start(path, server.origin);
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    const { product } = await browser.send<{ product: string }>('Browser.getVersion');
    const chosen = plans.slice(0, MOST);
    const launches: PlayedLaunch[] = [];
    for (const plan of chosen) {
      progress(launches.length, chosen.length, plan.title);
      launches.push(await playOne(plan, browser, server, wait));
    }
    progress(chosen.length, chosen.length, chosen.at(-1)?.title ?? '');
    return { state: 'played', browser: product.replace('/', ' ').replace('Headless', ''), launches, left: plans.length - chosen.length };
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    return { state: 'skipped', why: 'no-start', browser: path };
  } finally {
    await browser?.close();
    server.close();
  }
}
