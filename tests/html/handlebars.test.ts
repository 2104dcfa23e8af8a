import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scramble, whereabouts } from '../../build/html/handlebars.ts';

const ids = Array.from({ length: 400 }, (_, index) => `q-${index}`);

describe('an order that reveals nothing', () => {
  it('of two items is either one: always swapping them is right half of the time', () => {
    const kept = ids.filter((id) => scramble(['a', 'b'], id).join('') === 'ab').length;
    expect(kept).toBeGreaterThan(150);
    expect(kept).toBeLessThan(250);
  });

  it('of more than two, is never the one of the text, and uses all others', () => {
    const orders = new Set(ids.map((id) => scramble(['a', 'b', 'c'], id).join('')));
    expect([...orders].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it('is turned even of two where what stands as it should would leave nothing to do', () => {
    expect(new Set(ids.map((id) => scramble(['a', 'b'], id, true).join('')))).toEqual(new Set(['ba']));
  });

  it('is the same for an id, whatever else there is', () => {
    for (const id of ids) expect(scramble(['a', 'b'], id)).toEqual(scramble(['a', 'b'], id));
    expect([scramble([], 'q-1'), scramble(['a'], 'q-1')]).toEqual([[], ['a']]);
  });
});

const words = (lang: string) => JSON.parse(readFileSync('templates/label-image/strings.json', 'utf8'))[lang];

it.each([
  [0, 0, 'en haut à gauche', 'top left'],
  [50, 10, 'en haut', 'top'],
  [100, 33, 'en haut à droite', 'top right'],
  [19, 50, 'à gauche', 'left'],
  [50, 50, 'au milieu', 'middle'],
  [67, 34, 'à droite', 'right'],
  [33, 100, 'en bas à gauche', 'bottom left'],
  [34, 66, 'au milieu', 'middle'],
  [83, 77, 'en bas à droite', 'bottom right'],
])('a spot at %i, %i of a picture is told to those who do not see it: %s', (x, y, french, english) => {
  expect([whereabouts(words('fr'), { x, y }), whereabouts(words('en'), { x, y })]).toEqual([french, english]);
});
