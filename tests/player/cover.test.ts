// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverOf, labelBeginButton } from '../../src/player/cover.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';

const tracker = (seen: readonly number[], done: number): Tracker =>
  ({ state: () => ({ seen }), progress: () => ({ done, total: 4 }) }) as unknown as Tracker;

test('the cover is the view of that name; a module without one has nothing to label', () => {
  document.body.innerHTML = '<section data-view="end"></section><section data-view="cover" id="it"></section>';
  expect(coverOf()?.id).toBe('it');
  document.body.innerHTML = '<section data-view="end"></section>';
  expect([coverOf(), labelBeginButton(bakery(), tracker([1], 2), 'vente')]).toEqual([undefined, undefined]);
});

test('pages that go further are not counted', () => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  document.body.innerHTML = '<span id="c-begin"></span>';
  const [first, second] = bakery().pages;
  const content = bakery({ pages: [{ id: 'sel', n: 2, title: 'Le sel', further: true }, first, second] as never });
  labelBeginButton(content, tracker([1], 2), 'vente');
  expect(document.getElementById('c-begin')?.textContent?.replaceAll('\u00a0', ' ')).toBe('Reprendre : page 2');
});

test.each([
  ['a first visit', [], 0, 1, 'Commencer'],
  ['work under way', [1], 2, 1, 'Reprendre : page 2'],
  ['work that stopped on the first page', [0], 3, 0, 'Reprendre : page 1'],
  ['finished work', [1, 2], 4, 1, 'Revoir la séance'],
] as const)('the button for %s', (_, seen, done, at, words) => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  document.body.innerHTML = '<section data-view="cover"><button><span id="c-begin">Commencer</span></button></section>';
  const content = bakery({});
  labelBeginButton(content, tracker(seen, done), content.pages[at]?.id ?? '');
  expect(document.getElementById('c-begin')?.textContent?.replaceAll('\u00a0', ' ')).toBe(words);
});
