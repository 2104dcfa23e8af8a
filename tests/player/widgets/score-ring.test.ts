// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { scoreHero } from '../../../src/player/widgets/score-ring.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';

useStrings({ 'results.ring': '{score} %' });

test.each([
  [0, undefined],
  [50, '163.4 326.7'],
  [100, '326.7 326.7'],
])('%i of a hundred', (score, dashes) => {
  const hero = scoreHero(score, 60, [], 'Score.');
  const ring = hero.querySelector('.c-ring');
  expect(hero.querySelector('.c-ring-part')?.getAttribute('stroke-dasharray')).toBe(dashes);
  // The ring behind a part is whole.
  const circles = [...hero.querySelectorAll('circle')].map((circle) => circle.getAttribute('class'));
  expect(circles).toEqual(['c-ring-track', ...(dashes === undefined ? [] : ['c-ring-part'])]);
  expect([ring?.textContent, ring?.getAttribute('aria-hidden')]).toEqual([`${score} %`, 'true']);
  expect([...hero.querySelectorAll('p')].map(({ className, textContent }) => [className, textContent])).toEqual([['c-words', 'Score.']]);
});

test('a score just below the pass mark is not rounded up to it; without a score there are the sentences alone', () => {
  expect(scoreHero(59.7, 60, [], 'Score : 59 %.').querySelector('.c-ring')?.textContent).toBe('59 %');
  const hero = scoreHero(undefined, 60, ['En cours', 'Pas encore de score.'], '');
  const sentences = [...hero.querySelectorAll('p')].map(({ className, textContent }) => [className, textContent]);
  expect([hero.querySelector('.c-ring'), sentences]).toEqual([
    null,
    [
      ['c-verdict-big', 'En cours'],
      ['', 'Pas encore de score.'],
    ],
  ]);
});

test('screen readers get the score before the sentences about it, the first of which is large', () => {
  const hero = scoreHero(80, 60, ['Réussi', 'Tout est fait.'], 'Score : 80 %.');
  expect(hero.className).toBe('c-hero');
  expect([...hero.children].map(({ className }) => className)).toEqual(['c-ring', 'c-hero-words']);
  expect([...hero.querySelectorAll('p')].map(({ className, textContent }) => [className, textContent])).toEqual([
    ['c-words', 'Score : 80 %.'],
    ['c-verdict-big', 'Réussi'],
    ['', 'Tout est fait.'],
  ]);
});
