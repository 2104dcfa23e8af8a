import { type Browser, type BrowserContext, chromium } from 'playwright-core';
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

function executable(): string {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run `node tests/setup/browser.js`.');
  return executablePath;
}

/** Starts the browser that the tests' setup found or installed. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

/** Starts a browser that keeps pages for the way back, as those of learners do. */
export function openBrowserWithWayBack(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: FLAGS, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

/** Starts a browser whose profile outlives it. */
export function openProfile(folder: string, more: readonly string[] = []): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { executablePath: executable(), args: [...FLAGS, ...more] });
}
