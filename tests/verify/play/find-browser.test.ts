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
])('finds %s', (_, env, platform, paths, found) => {
  expect(findBrowser(env, platform, only(...paths))?.replaceAll('\\', '/')).toBe(found);
});
