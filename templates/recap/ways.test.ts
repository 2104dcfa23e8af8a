// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { showWay } from './ways.ts';

const STRINGS = { 'up.one': '+{n}', 'up.other': '+{n}', 'down.one': '-{n}', 'down.other': '-{n}', 'same.one': '=', 'same.other': '=' };

const texts = (list: readonly string[], tokens: string) => list.map((text, index) => ({ token: tokens[index] ?? '', text }));
const scale = (tokens: string, levels: Readonly<Record<string, string>>) => ({
  options: { levels: texts(['jamais', "s'il l'aime", 'souvent'], tokens), items: texts(['Pétrir', 'Cuire', 'Vendre'], tokens.slice(3)) },
  answer: { levels },
});

function way(first: Parameters<typeof showWay>[1], second: Parameters<typeof showWay>[2]) {
  useStrings({});
  document.documentElement.lang = 'fr';
  document.body.innerHTML = '<div><table><tbody><tr><td>Avant</td></tr></tbody></table></div>';
  const box = document.querySelector('div') as HTMLElement;
  const gained = showWay(box, first, second, STRINGS);
  const heads = [...box.querySelectorAll('th')].filter(({ scope }) => scope === 'row').length;
  const rows = [...box.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
  return { gained, rows, heads, isHidden: box.hidden };
}

it('has a row for each line with a level in both scales, and returns those that gained one', () => {
  const [before, after] = [scale('xyzuvw', { u: 'x', v: 'z', w: 'y' }), scale('abcdef', { d: 'c', e: 'b', f: 'b' })];
  expect(way(before, after)).toEqual({
    gained: ['Pétrir'],
    rows: [
      ['Pétrir', 'jamais', 'souvent', '+2'],
      ['Cuire', 'souvent', 's’il l’aime', '-1'],
      ['Vendre', 's’il l’aime', 's’il l’aime', '='],
    ],
    heads: 3,
    isHidden: false,
  });
});

it('takes lines and levels from the repetition, down to the lowest level', () => {
  const before = scale('xyzuvw', { u: 'z', v: 'y', w: 'x' });
  const after = { ...scale('abcdef', { d: 'a', e: 'b', f: 'a' }) };
  after.options.items.splice(1, 1);
  expect(way(before, after)).toMatchObject({
    gained: [],
    rows: [
      ['Pétrir', 'souvent', 'jamais', '-2'],
      ['Vendre', 'jamais', 'jamais', '='],
    ],
  });
});

it('is shown again once there are lines', () => {
  const [before, after] = [scale('xyzuvw', { u: 'x' }), scale('abcdef', { d: 'c' })];
  way(before, undefined);
  const box = document.querySelector('div') as HTMLElement;
  showWay(box, before, after, STRINGS);
  expect([box.hidden, box.querySelectorAll('tr').length]).toEqual([false, 1]);
});

it('leaves out a line that one of the scales has no level for, and is hidden without any', () => {
  const [before, after] = [scale('xyzuvw', { u: 'x', w: 'y' }), scale('abcdef', { d: 'c', e: 'b' })];
  expect(way(before, after)).toEqual({ gained: ['Pétrir'], rows: [['Pétrir', 'jamais', 'souvent', '+2']], heads: 1, isHidden: false });
  const none = { gained: [], rows: [], heads: 0, isHidden: true };
  expect([way(undefined, after), way(before, undefined), way(before, scale('abcdef', {}))]).toEqual([none, none, none]);
});
