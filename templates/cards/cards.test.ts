// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type BenchState, mountCards } from '../../tests/helpers/mount-cards.ts';
import { mount } from './runtime.ts';

const bread = (state?: BenchState) =>
  mountCards(
    'cards',
    mount,
    [
      { title: 'Le levain', second: 'Il fermente seul' },
      { title: 'L’apprêt', content: '<p id="repos">Le dernier repos.</p>' },
    ],
    state,
  );

it('turns a card over and back, and says so', () => {
  const bench = bread();
  const front = bench.root.querySelector('.cards-front');
  const card = bench.root.querySelector('.cards-card');
  expect(front?.getAttribute('aria-expanded')).toBe('false');
  bench.press('.cards-card:first-child > button');
  expect([front?.getAttribute('aria-expanded'), card?.hasAttribute('data-turned')]).toEqual(['true', true]);
  bench.press('.cards-card:first-child > button');
  expect([front?.getAttribute('aria-expanded'), card?.hasAttribute('data-turned')]).toEqual(['false', false]);
  expect(bench.drafts).toEqual([['a']]);
});

it('shows a short second part as the back, and a card that was turned before with its front up', () => {
  const bench = bread({ answer: ['a'] });
  expect(bench.root.querySelector('.cards-back')?.textContent).toBe('Il fermente seul');
  expect(bench.ticked()).toEqual(['Le levain']);
  expect(bench.root.querySelector('[data-turned]')).toBeNull();
});

it('turns the card that the shell leads to', () => {
  const bench = bread({ answer: ['a'] });
  bench.root.querySelector('#repos')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
  expect(bench.root.querySelectorAll('[data-turned]')).toHaveLength(1);
  expect(bench.submitted).toEqual([['a', 'b']]);
});
