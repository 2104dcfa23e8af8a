// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { cellsSoFar } from '../../../src/player/frame/so-far.ts';

const question = (state: string): string => `<section class="c-ask" data-state="${state}"${state ? '' : ' hidden'}></section>`;

function cells(...states: readonly string[]): string[] | undefined {
  document.body.innerHTML = `${question('right')}<div data-page="four">${states.map(question).join('')}</div>`;
  const [row] = cellsSoFar(document.querySelector('[data-page] > *') as HTMLElement);
  expect(row?.getAttribute('aria-hidden') ?? 'true').toBe('true');
  return row && [...row.children].map(({ className }) => className);
}

test('each question of the page has a cell, full once it is right or noted', () => {
  expect(cells('right', 'wrong', 'done', 'new')).toEqual(['c-cell-right', '', 'c-cell-right', '']);
});

test('a single question has none', () => {
  expect(cells('right')).toBeUndefined();
});

test('a question that a quiz did not draw has none', () => {
  expect(cells('right', '', 'new', '')).toEqual(['c-cell-right', '']);
});

test('more questions than a line has room for have none', () => {
  expect(cells(...Array.from({ length: 12 }, () => 'new'))).toHaveLength(12);
  expect(cells(...Array.from({ length: 13 }, () => 'new'))).toBeUndefined();
});
