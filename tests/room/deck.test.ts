// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Deck, type Place } from '../../src/room/deck.ts';

/** Height of a line, of three in a body. */
const LINE = 100;

const words: Readonly<Record<string, string>> = { place: 'écran {n}/{all}', part: 'partie {n}/{all}', answer: 'réponse' };
const format = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const screen = (title: string, body: string, more = ''): string =>
  `<section class="r-screen" data-kind="text" data-title="${title}" ${more}><h1 class="r-title" tabindex="-1">${title}</h1><div class="r-body">${body}</div></section>`;
const lines = (count: number, more = ''): string => `<p ${more}>ligne</p>`.repeat(count);

let deck: Deck;
let places: Place[];

function open(...screens: readonly string[]): Deck {
  document.body.innerHTML = `<div id="stage">${screens.join('')}</div><p id="r-live"></p>`;
  for (const body of document.querySelectorAll('.r-body')) {
    const height = (): number => LINE * body.querySelectorAll('p:not([data-out])').length;
    Object.defineProperty(body, 'scrollHeight', { get: height });
    Object.defineProperty(body, 'clientHeight', { value: 3 * LINE });
  }
  deck = new Deck(document.getElementById('stage') as HTMLElement, format);
  places = [];
  deck.changed = (place) => places.push(place);
  return deck;
}
const where = () => [deck.place.index, deck.place.part];
const shown = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('.r-screen:not([hidden])')].map(({ dataset }) => dataset.title ?? '');
const live = (): string | null | undefined => document.getElementById('r-live')?.textContent;
const visible = (): number => document.querySelectorAll('.r-screen:not([hidden]) p:not([data-out])').length;

beforeEach(() => {
  history.replaceState(null, '', '#');
});
afterEach(() => void vi.restoreAllMocks());

describe('the position', () => {
  test.each([
    ['', 0],
    ['#2', 1],
    ['#9', 2],
    ['#0', 0],
    ['#p-four', 0],
    ['#2a', 0],
  ])('comes from the address: “%s” is %d', (hash, index) => {
    history.replaceState(null, '', hash || '#');
    expect(open(screen('A', ''), screen('B', ''), screen('C', '')).place.index).toBe(index);
  });

  test('follows the address', () => {
    open(screen('A', ''), screen('B', ''));
    history.replaceState(null, '', '#2');
    dispatchEvent(new Event('hashchange'));
    expect(where()).toEqual([1, 0]);
  });

  test('is one of the screens, is announced and in the address, and has the focus', () => {
    open(screen('A', ''), screen('B', lines(1)));
    const added = vi.spyOn(history, 'pushState');
    deck.go(7);
    expect(added).not.toHaveBeenCalled();
    expect([where(), shown(), location.hash, document.activeElement?.textContent]).toEqual([[1, 0], ['B'], '#2', 'B']);
    expect([live(), document.body.dataset.showing]).toEqual(['écran 2/2 – B', 'text']);
    deck.go(-3);
    expect([where(), shown(), location.hash]).toEqual([[0, 0], ['A'], '#1']);
  });

  test('takes the focus without scrolling, and counts where the address can’t be written', () => {
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new Error('SecurityError');
    });
    open(screen('A', ''), '<section class="r-screen"><h1 class="r-title"></h1><div class="r-body"></div></section>').go(1);
    expect([where(), places.length, live(), document.body.dataset.showing]).toEqual([[1, 0], 1, 'écran 2/2 – ', '']);
    expect([focus.mock.instances, focus.mock.calls]).toEqual([[deck.screens[1]?.querySelector('h1')], [[{ preventScroll: true }]]]);
  });

  test('is reported after each change', () => {
    open(screen('A', ''), screen('B', lines(5)));
    deck.go(1);
    const { screen: at, ...place } = places.at(-1) as Place;
    expect([at.dataset.title, place]).toEqual(['B', { index: 1, all: 2, part: 0, parts: 2, isRevealed: false }]);
  });
});

describe('going on', () => {
  test('shows the next part, then the next screen, and stops at the end', () => {
    open(screen('A', lines(5)), screen('B', lines(5)), screen('C', lines(1)));
    deck.go(0);
    expect([visible(), live()]).toEqual([3, 'écran 1/3, partie 1/2 – A']);
    deck.next();
    expect([where(), visible(), live()]).toEqual([[0, 1], 2, 'écran 1/3, partie 2/2 – A']);
    deck.next();
    expect(where()).toEqual([1, 0]);
    for (let times = 0; times < 4; times++) deck.next();
    expect(where()).toEqual([2, 0]);
  });

  test('shows the answer before the next screen', () => {
    open(screen('A', lines(1) + lines(1, 'data-answer'), 'data-reveals'), screen('B', ''));
    deck.go(0);
    deck.next();
    expect([where(), visible(), live(), deck.place.isRevealed]).toEqual([[0, 0], 2, 'écran 1/2 – A – réponse', true]);
    deck.next();
    expect(where()).toEqual([1, 0]);
  });

  test('back shows the part before, then the last part of the screen before', () => {
    open(screen('A', lines(5)), screen('B', lines(9)));
    deck.go(1);
    deck.next();
    deck.next();
    deck.previous();
    expect(where()).toEqual([1, 1]);
    deck.previous();
    expect(where()).toEqual([1, 0]);
    deck.previous();
    expect([where(), visible()]).toEqual([[0, 1], 2]);
    deck.previous();
    deck.previous();
    expect(where()).toEqual([0, 0]);
  });
});

describe('the answer', () => {
  test('is shown at its part, uncovers what is covered, and is hidden again', () => {
    open(screen('A', `${lines(3) + lines(1, 'data-answer')}<button class="r-slot"></button>`, 'data-reveals'));
    const slot = document.querySelector('.r-slot') as HTMLElement;
    deck.go(0);
    deck.reveal(true);
    expect([where(), slot.getAttribute('aria-expanded'), deck.place.screen.hasAttribute('data-revealed')]).toEqual([[0, 1], 'true', true]);
    deck.reveal(false);
    expect([where(), slot.getAttribute('aria-expanded'), deck.place.isRevealed]).toEqual([[0, 0], 'false', false]);
  });

  test('returns to the start of the screen when it is hidden, and to its own start when its reasons are', () => {
    const covered = '<p><button class="r-slot"></button></p>';
    open(screen('A', lines(3) + covered + lines(2, 'data-answer') + lines(3, 'data-answer data-more'), 'data-reveals data-explains'));
    deck.reveal(true);
    expect([where(), deck.place.parts]).toEqual([[0, 1], 2]);
    deck.explain();
    expect([where(), deck.place.parts]).toEqual([[0, 2], 3]);
    deck.explain();
    expect(where()).toEqual([0, 1]);
    deck.reveal(false);
    expect([where(), deck.place.parts]).toEqual([[0, 0], 2]);
  });

  test('stays shown while other screens are, which keep theirs', () => {
    open(screen('A', lines(3) + lines(1, 'data-answer'), 'data-reveals'), screen('B', lines(1), 'data-reveals'));
    deck.reveal(true);
    deck.next();
    expect([where(), deck.place.isRevealed, deck.place.screen.hasAttribute('data-revealed')]).toEqual([[1, 0], false, false]);
    deck.previous();
    expect([where(), deck.place.isRevealed, live()]).toEqual([[0, 1], true, 'écran 1/2, partie 2/2 – A – réponse']);
  });

  test('is not of a screen that has none', () => {
    open(screen('A', lines(1)));
    deck.go(0);
    deck.reveal(true);
    expect([deck.place.isRevealed, places.length]).toEqual([false, 1]);
  });

  test('stays covered or uncovered as the trainer left it while the answer is shown', () => {
    open(screen('A', `${lines(1)}<button class="r-slot"></button>`, 'data-reveals'));
    deck.go(0);
    deck.reveal(true);
    document.querySelector('.r-slot')?.setAttribute('aria-expanded', 'false');
    deck.layOut();
    expect(document.querySelector('.r-slot')?.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('the reasons for wrong answers', () => {
  const asks = (): Deck =>
    open(screen('A', lines(3, 'data-answer') + lines(1, 'data-answer data-more'), 'data-reveals data-explains'), screen('B', ''));

  test('are shown at their part only after the answer, and hidden again', () => {
    asks().go(0);
    deck.explain();
    expect([deck.place.screen.hasAttribute('data-explained'), places.length]).toEqual([false, 1]);
    deck.reveal(true);
    deck.explain();
    expect([where(), deck.place.parts, deck.place.screen.hasAttribute('data-explained')]).toEqual([[0, 1], 2, true]);
    deck.explain();
    expect([where(), deck.place.parts, deck.place.screen.hasAttribute('data-explained')]).toEqual([[0, 0], 1, false]);
  });

  test('are not of a screen without any', () => {
    open(screen('A', lines(1), 'data-reveals'));
    deck.reveal(true);
    deck.explain();
    expect(deck.place.screen.hasAttribute('data-explained')).toBe(false);
  });
});

test('the type grows in steps and is never smaller than it was', () => {
  const scale = (): string => document.documentElement.style.getPropertyValue('--r-scale');
  open(screen('A', lines(1))).go(0);
  const first = Number(scale());
  const sizes = [1, 1, 1, 1, -1, -1, -1, -1, 1].map((by) => {
    deck.zoom(by);
    return Math.round((100 * Number(scale())) / first);
  });
  expect(sizes).toEqual([115, 130, 150, 150, 130, 115, 100, 100, 115]);
});

test('the size of the type and the part stay after a change of the layout', () => {
  open(screen('A', lines(5)), screen('B', lines(1))).go(0, true);
  deck.zoom(1);
  expect(where()).toEqual([0, 1]);
  deck.layOut();
  expect([where(), visible()]).toEqual([[0, 1], 2]);
  const scale = (): string => document.documentElement.style.getPropertyValue('--r-scale');
  const before = scale();
  deck.go(1);
  expect([scale(), Number(before) > 1.6]).toEqual([before, true]);
});

test('a part that no longer exists after a change gives way to the last', () => {
  open(screen('A', lines(7))).go(0);
  deck.go(0, true);
  expect(where()).toEqual([0, 2]);
  for (const line of [...document.querySelectorAll('p')].slice(0, 4)) if (line.id === '') line.remove();
  deck.layOut();
  expect([where(), visible()]).toEqual([[0, 0], 3]);
});
