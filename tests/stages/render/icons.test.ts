import { expect, test } from 'vitest';
import type { PieceIndex } from '../../../build/host/engine.ts';
import { sharedPieceFile } from '../../../build/host/pieces.ts';
import { iconsIn, spriteOf } from '../../../build/stages/render/icons.ts';
import { engine } from '../../helpers/engine.ts';

test('icons in markup, each once; names that are none are left out', () => {
  const all = iconsIn(
    Object.values(engine.pieces.index.icons)
      .flat()
      .map((name) => `<use href="#i-${name}"/>`)
      .join(''),
  );
  const [first = '', second = ''] = all;
  expect(all.length).toBeGreaterThan(5);
  expect(iconsIn(`<use href="#i-${second}"/><use href="#i-${first}"/><use href="#i-${second}"/>`)).toEqual([second, first]);
  expect(iconsIn('<use href="#i-x"/><use href="#i-arrow-right"/>')).toEqual(['x', 'arrow-right']);
  expect(iconsIn('<p>#i-x et #i-arrow-right</p>')).toEqual([]);
  expect(iconsIn('<use href="#i-nothing-like-it"/><use href="#i-constructor"/><use href="#x-next"/>')).toEqual([]);
});

test('a sprite has the icons of the markup, of the core, of its types and of what they use', () => {
  const [a = '', b = '', c = '', d = '', e = ''] = [...new Set(Object.values(engine.pieces.index.icons).flat())].sort();
  const index = {
    uses: { 'type.choice.js': ['widgets/ticks.ts'] },
    icons: { 'core.js': [c], 'type.choice.js': [b], 'type.order.js': [e], [sharedPieceFile('widgets/ticks.ts')]: [a] },
  } as unknown as PieceIndex;
  const names = (sprite: string) =>
    [...sprite.matchAll(/<symbol id="i-([^"]*)" viewBox="0 0 24 24">(.+?)<\/symbol>/g)].map(([, name]) => name);
  expect(names(spriteOf([d, c], ['choice'], index))).toEqual([a, b, c, d]);
  expect(names(spriteOf([], [], index))).toEqual([c]);
  expect(spriteOf([d], [], index)).toMatch(/<\/symbol><symbol/);
  expect([a, b, c, d, e].every((name) => name !== '')).toBe(true);
});
