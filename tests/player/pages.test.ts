// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { openStage, words } from './stage.ts';

const pages = ['fournil', 'vente', 'plus', 'fin', 'encore'].map((id, n) => ({
  id,
  n,
  title: `Page ${id}`,
  ...(/plus|encore/.test(id) && { further: true as const }),
}));
const content = bakery({ pages });

const where = (): string => document.getElementById('c-where')?.textContent ?? '';
const next = (): string => document.querySelector('#c-nav [data-action=next]')?.firstChild?.textContent ?? '';
const previous = (): boolean => document.querySelector<HTMLElement>('#c-nav [data-action=previous]')?.hidden === true;
const current = () => [...document.querySelectorAll('#c-pages [aria-current=page]')].map((one) => one.getAttribute('href'));

describe('pages', () => {
  test('follow each other; those that go further come after the results', () => {
    const stage = openStage({ content });
    const seen = [[stage.screen(), where(), previous(), next(), current()]];
    for (let turn = 0; turn < 2; turn++) {
      stage.press('next', '#c-nav');
      seen.push([stage.screen(), where(), previous(), next(), current()]);
    }
    const of = (page: number) => words.where?.replace('{page}', String(page)).replace('{total}', '3');
    expect(seen).toEqual([
      ['fournil', of(1), true, words.next, ['#p-fournil']],
      ['vente', of(2), false, words.next, ['#p-vente']],
      ['fin', of(3), false, words['next.results'], ['#p-fin']],
    ]);
    stage.press('next', '#c-nav');
    expect([stage.screen(), document.getElementById('c-nav')?.hidden, where()]).toEqual(['results', true, '']);
    document.querySelector<HTMLElement>('#c-pages [href="#p-plus"]')?.click();
    const further = (page: number) => words['further.where']?.replace('{page}', String(page));
    expect([stage.screen(), where(), next()]).toEqual(['plus', further(4), words.next]);
    stage.press('next', '#c-nav');
    expect([stage.screen(), where(), next()]).toEqual(['encore', further(5), words['next.results']]);
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('results');
    stage.press('back', '[data-view="results"]');
    for (let times = 0; times < 2; times++) stage.press('previous', '#c-nav');
    expect(stage.screen()).toBe('fin');
  });

  test('have their title, their focus and their address; the first does not take the focus', () => {
    const scroll = vi.spyOn(globalThis, 'scrollTo').mockImplementation(() => {});
    const stage = openStage({ content });
    expect([document.title, document.activeElement?.tagName === 'H1', location.hash, scroll.mock.calls.length]).toEqual([
      'Page fournil – Une nuit au fournil',
      false,
      '',
      0,
    ]);
    const visits = history.length;
    stage.press('next', '#c-nav');
    expect(history.length).toBe(visits);
    expect([document.title, document.activeElement?.textContent, location.hash]).toEqual([
      'Page vente – Une nuit au fournil',
      'Page vente',
      '#/vente',
    ]);
    expect(scroll).toHaveBeenCalledWith(0, 0);
    expect(document.body.dataset.showing).toBe('page');
    stage.press('results');
    expect([document.body.dataset.showing, location.hash]).toEqual(['results', '#/vente']);
    stage.press('back');
    expect(stage.screen()).toBe('vente');
    scroll.mockRestore();
  });

  test('go on though the address can not be changed, and stay where a link leads nowhere', () => {
    const stage = openStage({ content });
    const spy = vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('vente');
    spy.mockRestore();
    document
      .querySelector('.c-page:not([hidden])')
      ?.insertAdjacentHTML('beforeend', '<a id="gone" href="#p-gone">…</a><p id="p-gone"></p>');
    document.getElementById('gone')?.click();
    stage.press('previous', '#c-nav');
    expect(stage.screen()).toBe('fournil');
  });

  test('of a chapter are named with it, unless they go further', () => {
    const course = bakeryCourse(
      {},
      {},
      {
        pages: [
          { id: 'fournil', n: 0, title: 'Le fournil' },
          { id: 'vente', n: 1, title: 'La vente', further: true },
        ],
      },
    );
    const stage = openStage({ content: course });
    expect(document.title).toBe('Le fournil – Une nuit au fournil');
    document.querySelector<HTMLElement>('#c-pages [href="#p-vente"]')?.click();
    expect([stage.screen(), document.title]).toEqual(['vente', 'La vente – La boulangerie']);
  });

  test('have their steps, which a view has not', () => {
    const stage = openStage({ content, extra: '<div class="c-screen" data-screen="Un"></div><div class="c-screen"></div>' });
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p id="c-go" hidden><button></button></p>');
    const go = (): unknown => document.getElementById('c-go')?.hidden;
    stage.press('next', '#c-nav');
    stage.press('previous', '#c-nav');
    expect([go(), document.querySelectorAll('.c-fold').length, stage.tracker.state().seen]).toEqual([false, 2, [0, 1]]);
    stage.press('results');
    expect(go()).toBe(true);
  });

  test('with names that begin alike are told apart in the contents', () => {
    const alike = ['four', 'four-2'].map((id, n) => ({ id, n, title: id }));
    openStage({ content: bakery({ pages: alike, activities: [] }) });
    expect(current()).toEqual(['#p-four']);
  });

  test('keep the sign of the button that leads on', () => {
    const stage = openStage({ content });
    const parts = () => document.querySelector('#c-nav [data-action=next]')?.childNodes.length;
    const before = parts();
    stage.press('next', '#c-nav');
    stage.press('next', '#c-nav');
    expect([parts(), Number(before) > 1]).toEqual([before, true]);
  });

  test('wait for the network before the results, too', () => {
    const stage = openStage({ content: bakery({ pages: pages.slice(0, 1), activities: [] }), isCutOff: true });
    expect(next()).toBe(words['next.results']);
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('fournil');
  });

  test('have their activities before their steps: one that was answered is behind', () => {
    const first = openStage();
    first.press('next', '#c-nav');
    first.type('carnet', 'Hier');
    first.button('carnet').click();
    first.tracker.flush();
    const stage = openStage({ lms: first.lms, hash: '#/fournil' });
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p id="c-go" hidden><button></button></p>');
    for (const root of [stage.activity('carnet'), stage.activity('bilan')]) {
      const step = Object.assign(document.createElement('div'), { className: 'c-screen' });
      root.before(step);
      step.append(root);
    }
    stage.press('next', '#c-nav');
    expect([...document.querySelectorAll<HTMLElement>('.c-screen')].map(({ dataset }) => dataset.at)).toEqual(['past', 'now']);
  });

  test('leave the focus where it is when a cover is shown at first', () => {
    const cover = '<section class="c-page" data-view="cover" hidden><h1 tabindex="-1">Une nuit</h1></section>';
    const stage = openStage({ extra: cover });
    expect([stage.screen(), document.activeElement?.localName]).toEqual(['cover', 'body']);
  });

  test('after the first wait for the network', () => {
    const stage = openStage({ content, isCutOff: true });
    expect(stage.tracker.state().seen).toEqual([0]);
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('fournil');
  });
});

test('an activity on another page is reached there, and gets the focus', () => {
  const stage = openStage();
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  const link = document.createElement('a');
  link.href = '#a-carnet';
  document.querySelector('.c-page:not([hidden])')?.append(link);
  link.click();
  expect([stage.screen(), document.activeElement?.id, scrolled.mock.calls.length > 0]).toEqual(['vente', 'a-carnet', true]);
  scrolled.mockRestore();
});

test('an activity in a folded part that refuses to open keeps the focus where it is', () => {
  const stage = openStage();
  const asked = vi.fn();
  document.addEventListener('cartable:show', asked, { once: true });
  const scrolled = vi.spyOn(globalThis, 'scrollTo').mockImplementation(() => {});
  stage.activity('levain').addEventListener('cartable:show', (event) => event.preventDefault());
  const link = document.createElement('a');
  link.href = '#a-levain';
  document.querySelector('.c-page:not([hidden])')?.append(link);
  link.click();
  expect([stage.screen(), document.activeElement?.id === 'a-levain']).toEqual(['fournil', false]);
  // The page is there already: it is not shown again.
  expect([asked.mock.calls.length, scrolled.mock.calls.length]).toEqual([1, 0]);
  scrolled.mockRestore();
});
