import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { platform } from 'node:process';
import { expect, test, vi } from 'vitest';
import { openBrowser, openerOf } from '../../../build/preview/server/open-browser.ts';

vi.mock('node:child_process', () => ({ spawn: vi.fn() }));

const URL = 'http://localhost:4321/';

test('each system opens an address by a command of its own', () => {
  expect(openerOf('darwin', URL)).toEqual(['open', [URL]]);
  // The first text in quotes would be the title of a window.
  expect(openerOf('win32', URL)).toEqual(['cmd', ['/c', 'start', '', URL]]);
  expect(['linux', 'freebsd'].map((system) => openerOf(system, URL))).toEqual(Array(2).fill(['xdg-open', [URL]]));
});

test('the browser lives longer than the program, and a machine without one is no error', () => {
  const opener = Object.assign(new EventEmitter(), { unref: vi.fn() });
  vi.mocked(spawn).mockReturnValue(opener as never);
  openBrowser(URL);
  expect(vi.mocked(spawn).mock.calls).toEqual([[...openerOf(platform, URL), { stdio: 'ignore', detached: true }]]);
  expect(opener.unref).toHaveBeenCalledTimes(1);
  expect(() => opener.emit('error', new Error('ENOENT'))).not.toThrow();
});
