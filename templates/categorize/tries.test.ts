// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, score } from './scoring.ts';
import type { Options } from './type.ts';

const item = (token: string, ...groups: string[]) => ({ token, text: `Carte ${token}`, html: `Carte ${token}`, groups });
const groups = [
  { token: 'f', text: 'Fournil', title: 'Fournil' },
  { token: 'm', text: 'Magasin', title: 'Magasin' },
];
const single: Options = { groups, items: [item('a', 'f'), item('b', 'f'), item('c', 'm'), item('d', 'm')], multiple: false };
const several: Options = { groups, items: [item('a', 'f', 'm'), item('b', 'f'), item('c', 'm')], multiple: true };

function bench(options: Options, answer: Answer) {
  const one = mountType<Options, Answer>('categorize', mount, options, answer);
  const judge = (given: Answer, final = false): void => one.mounted.show(verdictOf(score(options, given), final));
  const texts = (selector: string): (string | null)[] => [...one.root.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { ...one, judge, texts, where: () => texts('.categorize-where')[0] };
}

test('each new try deals the wrong cards of the last one', () => {
  const { mounted, judge, where } = bench(single, { a: ['m'], b: ['m'], c: ['m'], d: ['m'] });
  judge({ a: ['m'], b: ['m'], c: ['m'], d: ['m'] });
  mounted.show(null);
  expect(where()).toBe('Carte 1 sur 2');
  judge({ a: ['m'], b: ['m'], c: ['f'], d: ['m'] });
  mounted.show(null);
  expect(where()).toBe('Carte 1 sur 3');
  mounted.show(null);
  expect(where()).toBe('Carte 1 sur 3');
});

test('a card without a group is one to place again', () => {
  const { root, judge } = bench(single, { a: ['m'], c: ['m'], d: ['m'] });
  judge({ a: ['m'], c: ['m'], d: ['m'] });
  expect(root.dataset.retry).toBe('Reprendre ces 2 cartes');
});

test('wrong cards are in the order of the page, each with all of its groups', () => {
  const answer = { a: ['f'], b: ['f', 'm'], c: ['m'] };
  const { root, judge, texts } = bench(several, answer);
  const order = [...root.querySelectorAll<HTMLElement>('.categorize-item')].map(({ dataset }) => dataset.chip ?? '');
  const inOrder = (of: Readonly<Record<string, string>>): string[] => order.flatMap((token) => of[token] ?? []);
  judge(answer, true);
  expect(texts('s.c-given')).toEqual(inOrder({ a: 'Fournil', b: 'Fournil ; Magasin' }));
  const expected = { a: 'Groupes attendus\u00a0: Fournil ; Magasin', b: 'Groupe attendu\u00a0: Fournil' };
  expect(texts('.c-expected')).toEqual(inOrder(expected));
});

test('an item of several groups is in each of them in the notebook', () => {
  expect(bench(several, { a: ['f', 'm'], b: ['m'], c: ['f'] }).mounted.text?.()).toBe(
    'Fournil\n– Carte a\n– Carte c\nMagasin\n– Carte a\n– Carte b',
  );
});

test('the button that changes a placed card stands behind its text, and submits nothing', () => {
  const { root } = bench(single, { a: ['m'], b: ['f'], c: ['m'], d: ['m'] });
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('.categorize-change')];
  expect(buttons.map(({ type, dataset, nextElementSibling }) => [type, dataset.action, nextElementSibling])).toEqual(
    Array(4).fill(['button', 'categorize-change', null]),
  );
});
