// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type BenchState, mountCards } from '../../tests/helpers/mount-cards.ts';
import { renderType } from '../../tests/helpers/render-type.ts';
import { mount } from './runtime.ts';
import { largest, report, score, slots } from './scoring.ts';

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

it('turns the card that the shell leads to, the first too', () => {
  const first = bread();
  first.root.querySelector('.cards-back')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
  expect(first.drafts).toEqual([['a']]);
  const bench = bread({ answer: ['a'] });
  bench.root.querySelector('#repos')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
  expect(bench.root.querySelectorAll('[data-turned]')).toHaveLength(1);
  expect(bench.submitted).toEqual([['a', 'b']]);
});

it('keeps what was turned, shows both sides until it can turn them, and takes no cards inside a card for its own', () => {
  const inner = '<ul class="cards"><li class="cards-card" data-token="z"><button class="cards-front">Dedans</button></li></ul>';
  const bench = mountCards('cards', mount, [
    { title: 'Dehors', content: inner },
    { title: 'Autre', second: 'Deux' },
  ]);
  expect([...bench.root.querySelectorAll('.cards-ready')]).toEqual([bench.root.firstElementChild]);
  bench.press('.cards-card[data-token="a"] > .cards-front');
  bench.press('.cards-card[data-token="b"] > .cards-front');
  expect([bench.drafts, bench.submitted]).toEqual([[['a']], [['a', 'b']]]);
});

it('has nothing right or wrong, and no question', () => {
  const options = { cards: [{ token: 'a' }, { token: 'b' }] } as unknown as Parameters<typeof score>[0];
  expect([score(options, null), score(options, ['a']), slots(options), report(options, ['a']), largest(options)]).toEqual([
    { ratio: 0, parts: {} },
    { ratio: 1, parts: {} },
    [],
    [],
    ['a', 'b'],
  ]);
});

const CARDS = [
  { token: 'a', title: 'Le <b>levain</b>', second: 'Il fermente', icon: 'kit/pain.svg' },
  { token: 'b', title: 'Le repos', second: 'Deux heures', content: '<p>Elle lève.</p>' },
  { token: 'c', title: 'Le four', content: '<p>Chaud.</p>' },
];

it('has a front to press, and a back with a second part, a text or both', () => {
  const lines = renderType('cards', { cards: CARDS }).split('\n');
  const turn = '<span class="cards-turn">[rotate-ccw]<span class="cards-word">Retourner</span></span></button>';
  expect(lines.filter((line) => line.startsWith('<button'))).toEqual([
    `<button type="button" class="cards-front"><img class="c-pic" src="kit/pain.svg" alt="" width="32" height="32" loading="lazy" decoding="async"> <span class="cards-title">Le <b>levain</b></span> ${turn}`,
    `<button type="button" class="cards-front"><span class="cards-title">Le repos</span> ${turn}`,
    `<button type="button" class="cards-front"><span class="cards-title">Le four</span> ${turn}`,
  ]);
  expect(lines.filter((line) => line.startsWith('<div'))).toEqual([
    '<div class="cards-back c-prose"><p>Il fermente</p></div>',
    '<div class="cards-back c-prose"><p class="cards-second">Deux heures</p><p>Elle lève.</p></div>',
    '<div class="cards-back c-prose"><p>Chaud.</p></div>',
  ]);
  expect(lines.filter((line) => line.startsWith('<li'))).toEqual(
    ['a', 'b', 'c'].map((token) => `<li class="cards-card" data-token="${token}">`),
  );
});

it('has both sides on paper', () => {
  expect(renderType('cards', { cards: CARDS }, 'fr', true)).toBe(`<ul class="s-cards">
<li><p><b>Le <b>levain</b></b></p><p>Il fermente</p></li>
<li><p><b>Le repos</b></p><p>Deux heures</p><p>Elle lève.</p></li>
<li><p><b>Le four</b></p><p>Chaud.</p></li>
</ul>`);
});
