// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { showErrors, showNotices } from '../../../build/preview/client/diagnostics.ts';

const WORDS = { errors: 'Erreurs', write: 'Écrivez :', notices: '{n} remarques', 'notices.one': 'Une remarque' };
const one = { place: 'rames.md:3:5', code: 'no-pass', problem: 'Il manque un seuil.', write: 'pass: 60', source: '\t\tlà <b>', column: 3 };

it('shows each error with its place, its line and a mark below the column', () => {
  const box = document.createElement('div');
  showErrors(box, [one, { ...one, source: '' }], WORDS, 'La page est celle d’avant.');
  expect([box.hidden, box.querySelectorAll('li').length, box.querySelectorAll('pre').length]).toEqual([false, 2, 1]);
  expect(box.innerHTML).toBe(
    '<h2>Erreurs</h2><p>La page est celle d’avant.</p><ol>' +
      '<li class="v-diagnostic"><p class="v-place"><b>rames.md:3:5</b> no-pass</p><p>Il manque un seuil.</p>' +
      '<pre>  là &lt;b&gt;\n  ^</pre><p class="v-write">Écrivez : pass: 60</p></li>' +
      '<li class="v-diagnostic"><p class="v-place"><b>rames.md:3:5</b> no-pass</p><p>Il manque un seuil.</p>' +
      '<p class="v-write">Écrivez : pass: 60</p></li></ol>',
  );
  showErrors(box, [], WORDS, '');
  expect(box.hidden).toBe(true);
  showErrors(box, [one], WORDS, '');
  expect([box.hidden, box.querySelectorAll('h2').length, box.querySelectorAll('li').length]).toEqual([false, 1, 1]);
});

it('folds notices, and counts them', () => {
  const box = document.createElement('div');
  const summary = (count: number): string | undefined => {
    showNotices(box, new Array(count).fill(one), WORDS);
    return box.querySelector('summary')?.textContent ?? undefined;
  };
  expect([summary(1), summary(2), summary(0)]).toEqual(['Une remarque', '2 remarques', undefined]);
  expect(box.innerHTML).toBe('');
  showNotices(box, [{ ...one, code: 'long-page' }, one], WORDS);
  expect([...box.querySelectorAll('details > ol > li .v-place')].map(({ textContent }) => textContent)).toEqual([
    'rames.md:3:5 long-page',
    'rames.md:3:5 no-pass',
  ]);
});
