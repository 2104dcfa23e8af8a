import { type Browser, chromium } from 'playwright-core';
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

/** Starts the browser that the tests' setup found or installed. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run `node tests/setup/browser.js`.');
  return chromium.launch({ executablePath, args: FLAGS });
}
