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

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
}

function install() {
  if (isDebianRoot()) {
    console.log('No browser found: installing the Debian package chromium.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    return;
  }
  console.log("No browser found: installing playwright's own Chromium.");
  execFileSync('npx', ['--no', 'playwright-core', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/').split('/').pop() ?? '')) {
  if (!findBrowser()) install();
  const browser = findBrowser();
  if (!browser) {
    console.error('No browser could be installed. Name one in CARTABLE_BROWSER.');
    process.exit(1);
  }
  console.log(`Browser: ${browser}`);
}
