// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { PartVerdict } from '../../../src/model/course/activity.ts';
import { type Judged, Review, showWhy } from '../../../src/player/widgets/review.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';

const STRINGS = {
  why: 'Pourquoi ?',
  right: 'Les {n} justes',
  score: 'sur {total}',
  'more.one': 'Une autre',
  'more.other': '{n} autres',
  'again.one': 'Une à revoir',
  'again.other': '{n} à revoir',
};

beforeEach(() => {
  document.documentElement.lang = 'fr';
  useStrings({ 'mark.right': 'Juste', 'mark.wrong': 'Faux', 'mark.missed': 'Manque' });
  document.body.innerHTML = '<div><ul class="list"><li id="a">Le patin</li><li id="b">La cloche</li><li id="c">Le quai</li></ul></div>';
});

const list = (): HTMLElement => document.querySelector('ul') as HTMLElement;
const of = (id: string, verdict: PartVerdict, more: Partial<Judged> = {}): Judged => ({
  element: document.getElementById(id) as HTMLElement,
  verdict,
  given: 'donné',
  wanted: 'attendu',
  before: 'Il fallait :',
  ...more,
});
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');

it('shows the count, the wrong parts, and the right ones behind a button', () => {
  const review = new Review(list(), STRINGS);
  review.show([of('a', 'right'), of('b', 'wrong'), of('c', 'missed')]);
  expect([text('.c-tally'), text('.c-again'), text('.c-rest > summary'), text('.c-rest li').length]).toEqual([
    ['1 sur 3'],
    ['2 à revoir'],
    ['Les 1 justes'],
    1,
  ]);
  const discs = [...document.querySelectorAll<HTMLElement>('.c-cells[aria-hidden="true"] > i')];
  expect(discs.map((one) => [one.dataset.mark, one.querySelector('use')?.getAttribute('href')])).toEqual([
    ['right', '#i-check'],
    ['wrong', '#i-x'],
    ['missed', '#i-circle-dashed'],
  ]);
  expect([list().hidden, list().children.length, list().parentElement?.hasAttribute('data-reviewed')]).toEqual([false, 2, true]);
  // No note is taken of the count; the folded parts look as before.
  expect([document.querySelector<HTMLElement>('.c-score')?.dataset.note, document.querySelector('.c-rest ul')?.className]).toEqual([
    'skip',
    'list',
  ]);
});

it('strikes a wrong answer out and shows the expected one beside it; a right one stays', () => {
  new Review(list(), STRINGS).show([of('a', 'right'), of('b', 'wrong'), of('c', 'missed', { given: '', wanted: '' })]);
  expect([
    text('#a s'),
    text('#a .c-given'),
    text('#a .c-expected'),
    text('#b s.c-given'),
    text('#b .c-expected'),
    text('#c .c-given, #c .c-expected'),
  ]).toEqual([[], ['donné'], [], ['donné'], ['Il fallait : attendu'], []]);
});

it('puts the count before the list and the folds behind it; each part has its mark, and each fold its sign', () => {
  new Review(list(), STRINGS).show([of('a', 'right'), of('b', 'wrong', { reason: '<p>Car.</p>' }), of('c', 'missed')]);
  expect([...(list().parentElement?.children ?? [])].map(({ className }) => className)).toEqual(['c-score', 'list', 'c-details c-rest']);
  const parts = ['a', 'b', 'c'].map((id) => {
    const part = document.getElementById(id) as HTMLElement;
    return [part.dataset.mark, ...[...part.children].map(({ tagName, className }) => `${tagName} ${className}`)];
  });
  expect(parts).toEqual([
    ['right', 'SPAN c-given', 'SPAN c-mark'],
    ['wrong', 'S c-given', 'SPAN c-expected', 'SPAN c-mark', 'DETAILS c-why'],
    ['missed', 'S c-given', 'SPAN c-expected', 'SPAN c-mark'],
  ]);
  expect(document.querySelector('.c-expected use')?.getAttribute('href')).toBe('#i-arrow-right');
  expect([...document.querySelectorAll('.c-score > div > *')].map(({ className }) => className)).toEqual(['c-again', 'c-cells']);
});

it('hides the list if all is right, and counts nothing to review', () => {
  const review = new Review(list(), STRINGS);
  review.show(['a', 'b', 'c'].map((id) => of(id, 'right')));
  expect([list().hidden, text('.c-again'), text('.c-tally')]).toEqual([true, [], ['3 sur 3']]);
  review.clear();
  expect([list().hidden, text('.c-tally'), list().children.length]).toEqual([false, [], 3]);
});

it('folds the wrong parts after the third behind one line, before the right ones', () => {
  list().insertAdjacentHTML('beforeend', '<li id="d">Le rail</li><li id="e">Le frein</li><li id="f">La rame</li>');
  const before = document.body.innerHTML;
  const review = new Review(list(), STRINGS);
  review.show(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => of(id, id === 'a' ? 'right' : 'wrong')));
  expect([...list().children].map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  expect(text('.c-rest > summary')).toEqual(['2 autres', 'Les 1 justes']);
  expect([...document.querySelectorAll('.c-rest li')].map(({ id }) => id)).toEqual(['e', 'f', 'a']);
  review.clear();
  expect(document.body.innerHTML).toBe(before);
});

it('folds no wrong part of three, and one of four', () => {
  list().insertAdjacentHTML('beforeend', '<li id="d">Le rail</li>');
  const review = new Review(list(), STRINGS);
  const folds = (...ids: readonly string[]): string[] => {
    review.show(ids.map((id) => of(id, 'wrong')));
    return text('.c-rest > summary');
  };
  expect([folds('a', 'b', 'c'), folds('a', 'b', 'c', 'd')]).toEqual([[], ['Une autre']]);
});

it('returns to the order before for another try, without a trace', () => {
  const before = document.body.innerHTML;
  const review = new Review(list(), STRINGS);
  review.show([of('c', 'wrong', { reason: '<p>Parce que.</p>' }), of('a', 'right'), of('b', 'wrong')]);
  review.show([of('a', 'wrong'), of('b', 'wrong'), of('c', 'wrong')]);
  expect(document.querySelectorAll('.c-score')).toHaveLength(1);
  review.clear();
  expect(document.body.innerHTML).toBe(before);
});

it('offers a reason to open, which replaces the last one', () => {
  const host = document.getElementById('a') as HTMLElement;
  showWhy(host, '<p>Un.</p>', 'wrong', STRINGS);
  showWhy(host, '<p>Deux.</p>', 'right', STRINGS);
  expect([text('#a summary'), text('#a .c-feedback'), host.querySelector<HTMLElement>('.c-feedback')?.dataset.mark]).toEqual([
    ['Pourquoi ?'],
    ['Deux.'],
    'right',
  ]);
  expect(host.querySelector<HTMLElement>('.c-why')?.dataset.note).toBe('skip');
  host.insertAdjacentHTML('afterbegin', '<p><span class="c-why">Autre</span></p>');
  showWhy(host, '<p>Deux.</p>', 'right', STRINGS);
  expect(text('#a .c-why').length).toBe(2);
  host.querySelector('p')?.remove();
  showWhy(host, '', 'wrong', STRINGS);
  expect(text('#a .c-why')).toEqual([]);
  showWhy(host, '<p>Deux.</p>', 'right', STRINGS);
  showWhy(host, '<p>Trois.</p>', undefined, STRINGS);
  expect(text('#a .c-why')).toEqual([]);
});
