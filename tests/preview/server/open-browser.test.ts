import { expect, test } from 'vitest';
import { openerOf } from '../../../build/preview/server/open-browser.ts';

const URL = 'http://localhost:4321/';

test('each system opens an address by a command of its own', () => {
  expect(openerOf('darwin', URL)).toEqual(['open', [URL]]);
  // The first text in quotes would be the title of a window.
  expect(openerOf('win32', URL)).toEqual(['cmd', ['/c', 'start', '', URL]]);
  expect(['linux', 'freebsd'].map((system) => openerOf(system, URL))).toEqual(Array(2).fill(['xdg-open', [URL]]));
});
