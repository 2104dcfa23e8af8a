import { expect, it } from 'vitest';
import { commonWeight, shortTitles } from '../../build/sheets/card-facts.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import { activity } from '../helpers/bakery.ts';

it('shortens competencies to their numbers, if each has one of its own', () => {
  const titles = (...list: string[]) => [...shortTitles(list.map((title, index) => ({ id: `c${index}`, title }))).values()];
  expect([
    titles('C4.5 Freiner', 'C4.6 Rouler'),
    titles('C4.5 Freiner', 'Rouler'),
    titles('C4 Freiner', 'C4 Rouler'),
    titles('4 Freiner', '5a Rouler'),
    titles('C4.5', 'C4.6 Rouler'),
    titles('Rouler', 'C4.5 Freiner'),
    titles('Le C4 freine', 'La C5 roule'),
  ]).toEqual([
    ['C4.5', 'C4.6'],
    ['C4.5 Freiner', 'Rouler'],
    ['C4 Freiner', 'C4 Rouler'],
    ['4', '5a'],
    ['C4.5', 'C4.6 Rouler'],
    ['Rouler', 'C4.5 Freiner'],
    ['Le C4 freine', 'La C5 roule'],
  ]);
});

it('names the points and attempts once, if all questions have the same', () => {
  const of = (points: number, attempts: number) => activity(0, 'a', 'pick', { points, attempts });
  const strings = sheetStrings('fr');
  expect([
    commonWeight([of(2, 1), of(2, 1)], strings),
    commonWeight([of(2, 1), of(2, 2)], strings),
    commonWeight([of(0, 0)], strings),
    commonWeight([of(0, 2), of(0, 2)], strings),
    commonWeight([of(1, 0)], strings),
    commonWeight([], strings),
  ]).toEqual(['2 points · 1 essai', '', '', '2 essais', '1 point', '']);
});
