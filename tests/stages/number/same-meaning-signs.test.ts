import { expect, test } from 'vitest';
import { changesMeaning } from '../../../build/stages/number/same-meaning.ts';

test.each([
  ['note 3.5 ici', 'note 3 5 ici'],
  ['le tram 5 1234 fois', 'le tram 51234 fois'],
  ["il n'a le droit", 'il a le droit'],
])('“%s” and “%s” differ', (one, other) => {
  expect([changesMeaning(one, other), changesMeaning(other, one)]).toEqual([true, true]);
});

test.each([
  ['un stock de 1 000 000 rails', 'un stock de 1000000 rails'],
  ['entre 3,5 et 4,5', 'entre 3.5 et 4.5'],
  ['la rame-5 du quai', 'la rame 5 du quai'],
  ['il fait −5 ici', 'il fait -5 ici'],
  ['une baisse de 10 per cent', 'une baisse de 10 %'],
  ["le fan'zine du quai", 'le fan zine du quai'],
  ['le geste utile', 'le geste utile inutile'],
])('“%s” and “%s” mean the same', (one, other) => {
  expect([changesMeaning(one, other), changesMeaning(other, one)]).toEqual([false, false]);
});
