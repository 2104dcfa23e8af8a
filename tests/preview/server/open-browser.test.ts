import { EventEmitter } from 'node:events';
import { platform } from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import { openerOf } from '../../../build/preview/server/open-browser.ts';

const URL = 'http://localhost:4321/';

test('each system opens an address by a command of its own', () => {
  expect(openerOf('darwin', URL)).toEqual(['open', [URL]]);
  // The first text in quotes would be the title of a window.
  expect(openerOf('win32', URL)).toEqual(['cmd', ['/c', 'start', '', URL]]);
  expect(['linux', 'freebsd'].map((system) => openerOf(system, URL))).toEqual(Array(2).fill(['xdg-open', [URL]]));
});

afterEach(() => {
  vi.doUnmock('node:child_process');
  vi.resetModules();
});

test('the browser lives longer than the program, and a machine without one is no error', async () => {
  const opener = Object.assign(new EventEmitter(), { unref: vi.fn() });
  const spawn = vi.fn(() => opener);
  vi.resetModules();
  vi.doMock('node:child_process', () => ({ spawn }));
  const { openBrowser } = await import('../../../build/preview/server/open-browser.ts');
  openBrowser(URL);
  expect(spawn.mock.calls).toEqual([[...openerOf(platform, URL), { stdio: 'ignore', detached: true }]]);
  expect(opener.unref).toHaveBeenCalledTimes(1);
  expect(() => opener.emit('error', new Error('ENOENT'))).not.toThrow();
});
