import { type Browser, type BrowserContext, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../setup/browser.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function launchOptions(more: readonly string[] = []): LaunchOptions & { executablePath: string } {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run `node tests/setup/browser.js`.');
  return { executablePath, args: [...FLAGS, ...more] };
}

/** Starts the browser that test files share. */
export function openServer(): Promise<BrowserServer> {
  return chromium.launchServer(launchOptions());
}

/** Connects to the shared browser; outside of the tests it starts one. Closing it closes the contexts opened in it. */
export function openBrowser(): Promise<Browser> {
  const server = process.env.CARTABLE_BROWSER_SERVER;
  return server ? chromium.connect(server) : chromium.launch(launchOptions());
}

/** Starts a browser with a back/forward cache, as learners have. */
export function openBrowserWithWayBack(): Promise<Browser> {
  return chromium.launch({ ...launchOptions(), ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

/** Starts a browser with a persistent profile. */
export function openProfile(folder: string, more: readonly string[] = []): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, launchOptions(more));
}
