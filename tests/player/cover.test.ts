// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelBeginButton } from '../../src/player/cover.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';

const tracker = (seen: readonly number[], done: number): Tracker =>
  ({ state: () => ({ seen }), progress: () => ({ done, total: 4 }) }) as unknown as Tracker;

test.each([
  ['a first visit', [], 0, 'Commencer'],
  ['work under way', [1], 2, 'Reprendre : page 2'],
  ['finished work', [1, 2], 4, 'Revoir la séance'],
] as const)('the button for %s', (_, seen, done, words) => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  document.body.innerHTML = '<section data-view="cover"><button><span id="c-begin">Commencer</span></button></section>';
  const content = bakery({});
  labelBeginButton(content, tracker(seen, done), content.pages[1]?.id ?? '');
  expect(document.getElementById('c-begin')?.textContent?.replaceAll('\u00a0', ' ')).toBe(words);
});
