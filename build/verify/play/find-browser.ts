import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Usual places of Chrome, Edge and Chromium. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/** Places below the folders of programs on Windows. */
const ON_WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds Chrome, Edge or Chromium: the one that `CARTABLE_BROWSER` names, else an installed one. */
export function findBrowser(env: Environment, platform: string, exists = existsSync): string | undefined {
  if (env.CARTABLE_BROWSER) return exists(env.CARTABLE_BROWSER) ? env.CARTABLE_BROWSER : undefined;
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  const onWindows = folders.flatMap((folder) => ON_WINDOWS.map((name) => join(folder, name)));
  return (platform === 'win32' ? onWindows : (PLACES[platform] ?? [])).find((path) => exists(path));
}
