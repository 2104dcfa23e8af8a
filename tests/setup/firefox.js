// Finds Firefox for the long tests, or installs it on Debian and says so. Prints its path.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installDebian, isDebianRoot, isStarted } from './browser.js';

const USUAL = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Mozilla Firefox/firefox.exe')] : [];
  }),
];

function find() {
  return [process.env.CARTABLE_FIREFOX, ...USUAL].find((path) => path && existsSync(path));
}

/** Path of Firefox: `CARTABLE_FIREFOX`, or the usual places. @throws if there is none */
export function findFirefox() {
  const path = find();
  if (!path) throw new Error('No Firefox: install it, or name it in CARTABLE_FIREFOX.');
  return path;
}

if (isStarted(import.meta.url)) {
  if (!find() && isDebianRoot()) installDebian('firefox-esr');
  console.log(`Firefox: ${findFirefox()}`);
}
