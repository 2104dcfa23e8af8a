import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { whereabouts } from '../../build/render/handlebars.ts';

const words = (lang: string) => JSON.parse(readFileSync(`templates/label-image/strings/${lang}.json`, 'utf8'));

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
