import { expect, test } from 'vitest';
import { findBrowser } from '../../../build/verify/play/find-browser.ts';

const only =
  (...paths: readonly string[]) =>
  (path: unknown): boolean =>
    paths.some((one) => String(path).replaceAll('\\', '/') === one);

test.each<readonly [what: string, env: Record<string, string>, platform: string, paths: readonly string[], found: string | undefined]>([
  ['the one that is named', { CARTABLE_BROWSER: '/opt/mine' }, 'linux', ['/opt/mine', '/usr/bin/chromium'], '/opt/mine'],
  ['no other, if the named one isn’t there', { CARTABLE_BROWSER: '/opt/mine' }, 'linux', ['/usr/bin/chromium'], undefined],
  ['Chrome before Chromium', {}, 'linux', ['/usr/bin/chromium', '/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  [
    'Edge on Windows',
    { PROGRAMFILES: 'C:/P' },
    'win32',
    ['C:/P/Microsoft/Edge/Application/msedge.exe'],
    'C:/P/Microsoft/Edge/Application/msedge.exe',
  ],
  ['none', {}, 'linux', [], undefined],
  ['none on an unknown system', {}, 'aix', ['/usr/bin/chromium'], undefined],
  [
    'Chrome of the person alone on Windows',
    { LOCALAPPDATA: 'C:/L' },
    'win32',
    ['C:/L/Google/Chrome/Application/chrome.exe', 'C:/L/Chromium/Application/chrome.exe'],
    'C:/L/Google/Chrome/Application/chrome.exe',
  ],
  [
    'Chromium on Windows',
    { 'PROGRAMFILES(X86)': 'C:/X' },
    'win32',
    ['C:/X/Chromium/Application/chrome.exe'],
    'C:/X/Chromium/Application/chrome.exe',
  ],
])('finds %s', (_, env, platform, paths, found) => {
  expect(findBrowser(env, platform, only(...paths))?.replaceAll('\\', '/')).toBe(found);
});

test.each([
  [
    'linux',
    [
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/microsoft-edge',
      '/usr/bin/microsoft-edge-stable',
      '/snap/bin/chromium',
    ],
  ],
  [
    'darwin',
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  ],
])('the usual places on %s are looked at in one order', (platform, places) => {
  const found = places.map((_, at) => findBrowser({}, platform, only(...places.slice(at))));
  expect(found).toEqual(places);
});
