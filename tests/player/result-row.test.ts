// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { resultRow, stateWords } from '../../src/player/result-row.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';

beforeEach(() => useStrings({ 'results.percent': ', {score} %' }));

it('adds the score to the state, rounded so that a mark isn’t reached too early', () => {
  expect([stateWords('Réussi', 80, undefined), stateWords('En cours', undefined, 60), stateWords('En cours', 59.7, 60)]).toEqual([
    'Réussi, 80 %',
    'En cours',
    'En cours, 59 %',
  ]);
});

it('shows a bar with its title; without a score it is hidden', () => {
  const bar = (score: number | undefined) => resultRow('Freiner', 'Réussi', score).querySelector('progress') as HTMLProgressElement;
  expect([bar(80).value, bar(80).max, bar(80).hidden, bar(80).getAttribute('aria-label')]).toEqual([80, 100, false, 'Freiner']);
  expect([bar(undefined).hidden, bar(undefined).value, bar(0).hidden]).toEqual([true, 0, false]);
  expect(stateWords('En cours', 0, 60)).toBe('En cours, 0 %');
  expect(resultRow('Freiner', 'Réussi', 80).outerHTML).toMatch(/^<li><p>Freiner <b>Réussi<\/b><\/p><progress[^>]*><\/progress><\/li>$/);
  const cells = resultRow('Freiner', 'Réussi', 80, { right: 1, answered: 1 });
  expect([...cells.children].map(({ localName }) => localName)).toEqual(['p', 'div']);
});

it('shows one cell for each answer instead, the right ones first, and hides them from screen readers', () => {
  const row = resultRow('Freiner', 'Réussi', 80, { right: 2, answered: 3 });
  expect([...row.querySelectorAll('i')].map(({ className }) => className)).toEqual(['c-cell-right', 'c-cell-right', '']);
  expect([row.querySelector('.c-cells')?.getAttribute('aria-hidden'), row.querySelector('progress'), row.textContent]).toEqual([
    'true',
    null,
    'Freiner Réussi',
  ]);
});
