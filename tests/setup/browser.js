// Finds a browser for the tests, or installs one and says so. Prints its path.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [];
  }),
];

/** Path of Chrome, Chromium or Edge: `CARTABLE_BROWSER`, the usual places, playwright's own; undefined where there is none. */
export function findBrowser() {
  const named = process.env.CARTABLE_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CARTABLE_BROWSER names ${named}, which does not exist.`);
  }
  return [...USUAL, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Tests whether Debian's packages can be installed here. */
export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs a package of Debian, and says so. */
export function installDebian(name) {
  console.log(`No browser found: installing the Debian package ${name}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** Tests whether Node was started with a file, rather than that something imports it. @param url of the file */
export function isStarted(url) {
  const [, script] = process.argv;
  return script !== undefined && url.endsWith(script.replaceAll('\\', '/').split('/').pop() ?? '');
}

function install() {
  if (isDebianRoot()) return installDebian('chromium');
  console.log("No browser found: installing playwright's own Chromium.");
  execFileSync('npx', ['--no', 'playwright-core', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

if (isStarted(import.meta.url)) {
  if (!findBrowser()) install();
  const browser = findBrowser();
  if (!browser) {
    console.error('No browser could be installed. Name one in CARTABLE_BROWSER.');
    process.exit(1);
  }
  console.log(`Browser: ${browser}`);
}
