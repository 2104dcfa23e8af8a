// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/judging/progress.ts';
import { bigHero, smallHero } from '../../src/player/result-hero.ts';
import { make } from '../../src/player/widgets/element.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

const words: Record<string, string> = JSON.parse(readFileSync('src/strings/fr.json', 'utf8'));

beforeEach(() => {
  useStrings(words);
  document.body.innerHTML =
    '<section data-view="cover"><svg class="c-land"><g></g></svg><img class="c-cover-picture"><div class="c-cover-people"></div></section><p class="c-land"></p>';
});

function hero(more: Partial<Progress>, missing: HTMLAnchorElement | null = null, name = 'Moreau, Ines'): HTMLElement {
  const { launch, progress } = overviewOf();
  const tracker = { launch: { ...launch, learner: { id: 'l-1', name } }, progress: () => ({ ...progress(), ...more }) };
  return bigHero(bakery({ pass: 60 }), tracker as unknown as Tracker, make('header', ''), missing);
}

const main = (root: HTMLElement): HTMLElement => root.querySelector('.c-button-main') as HTMLElement;

it('shows the land and the people of the cover once all is done, and greets by name', () => {
  const done = hero({ status: 'passed', score: 80 });
  const drawings = '.c-land > g, .c-cover-picture, .c-cover-people';
  expect([done.querySelectorAll('.c-land').length, done.querySelectorAll(drawings).length]).toEqual([1, 3]);
  // They are still on the cover.
  expect(document.querySelectorAll(drawings).length).toBe(3);
  expect(done.querySelector('.c-verdict-big')?.textContent).toBe('C’est réussi, Ines.');
  expect(hero({ status: 'passed' }, null, 'Ines Moreau').querySelector('.c-verdict-big')?.textContent).toBe(words['results.passed']);
  const begun = hero({ status: 'incomplete', score: 20 });
  expect(begun.querySelector('.c-land, .c-cover-people, .c-cover-picture')).toBeNull();
  expect(begun.querySelector('.c-verdict-big')?.textContent).toBe('En cours');
});

describe('the head of the results', () => {
  const next = (key: string) => words[`results.next.${key}`];
  const left = ['levain'];

  it.each<[string, Partial<Progress>, Parameters<typeof bakery>[0], (string | undefined)[]]>([
    [
      'nothing yet',
      { left },
      { pass: 60 },
      [words['results.incomplete'], 'Pas encore de score.', 'Il faut 60 % pour réussir.', next('left')],
    ],
    ['nothing yet, without a pass mark', { left }, {}, [words['results.incomplete'], 'Pas encore de score.', next('left')]],
    [
      'all, below the mark',
      { left: [], score: 59.6 },
      { pass: 60 },
      [words['results.incomplete'], 'Il faut 60 % pour réussir.', next('pass')],
    ],
    [
      'all, failed',
      { left: [], score: 20, status: 'failed' },
      { pass: 60 },
      [words['results.failed'], 'Il faut 60 % pour réussir.', next('pass')],
    ],
    ['all, passed', { left: [], score: 80, status: 'passed' }, { pass: 60 }, [words['results.passed'], next('done')]],
    ['enough, passed', { left, score: 80, status: 'passed' }, { pass: 60 }, [words['results.passed'], next('optional')]],
    ['all', { left: [], score: 80, status: 'completed' }, {}, [words['results.completed'], next('done')]],
    ['enough', { left, score: 80, status: 'completed' }, {}, [words['results.completed.left'], next('optional')]],
  ])('after %s shows where the learner stands, and what to do next', (_, more, own, sentences) => {
    const small = smallHero(bakery(own), { ...overviewOf().progress(), ...more });
    const shown = [...small.querySelectorAll('.c-hero-words > p:not(.c-words)')].map((one) => one.textContent?.replaceAll('\u00a0', ' '));
    expect(shown).toEqual(sentences.map((sentence) => sentence?.replaceAll('\u00a0', ' ')));
    const score = more.score === undefined ? undefined : `${more.score === 59.6 ? 59 : more.score} %`;
    expect(small.querySelector('.c-ring')?.textContent?.replaceAll('\u00a0', ' ')).toBe(score);
  });
});

it('has one main button: to what is missing, to the certificate, or to leave', () => {
  const missing = make('a', '', 'La vente');
  missing.href = '#p-vente';
  expect(main(hero({ status: 'incomplete' }, missing)).getAttribute('href')).toBe('#p-vente');
  expect(main(hero({ status: 'incomplete' }, missing)).textContent).toMatch(/^Continuer\s: La vente$/);
  expect(main(hero({ status: 'incomplete' }, missing)).lastElementChild?.innerHTML).toContain('#i-arrow-right');
  const leave = main(hero({ status: 'passed' }, missing));
  expect([leave.dataset.action, leave.getAttribute('type'), leave.textContent]).toEqual(['leave', 'button', words.leave]);
  document.body.append(make('article', ''));
  (document.body.lastElementChild as HTMLElement).id = 'c-certificate';
  const [own, none] = [main(hero({ status: 'passed' })), main(hero({ status: 'failed' }))];
  expect([own.dataset.action, own.textContent, none.dataset.action]).toEqual(['certificate', words['certificate.mine'], 'leave']);
  expect([own, none].map((button) => button.querySelector('use')?.getAttribute('href'))).toEqual(['#i-file-text', '#i-log-out']);
});

it('lists its facts, and puts words and drawings into one band', () => {
  const begun = hero({ status: 'incomplete', score: 20, time: 121, active: 61 });
  const facts = begun.querySelector('.c-cover-facts') as HTMLElement;
  expect([facts.tagName, [...facts.children].map(({ tagName }) => tagName)]).toEqual(['UL', ['LI', 'LI']]);
  expect(facts.lastElementChild?.textContent).toMatch(/3.*2/);
  expect([begun.className, begun.firstElementChild?.className, begun.querySelectorAll('.c-cover-words > header').length]).toEqual([
    'c-calm-band',
    'c-cover-in',
    1,
  ]);
  const classes = (parent: Element | null | undefined) => [...(parent?.children ?? [])].map((one) => one.className || one.localName);
  expect([classes(begun.querySelector('.c-cover-words')), classes(begun.querySelector('.c-hero')?.lastElementChild)]).toEqual([
    ['header', 'c-hero'],
    ['c-words', 'c-verdict-big', 'p', 'c-cover-facts', 'c-tools'],
  ]);
  expect(begun.querySelector('.c-verdict-big + p')?.textContent).toBe(words['results.next.left'] ?? '');
  const done = hero({ status: 'completed', score: 80 });
  expect([done.className, [...done.children].map((one) => one.getAttribute('class'))]).toEqual(['c-cover-band', ['c-land', 'c-cover-in']]);
  expect([begun, done].map(({ tagName }) => tagName)).toEqual(['DIV', 'DIV']);
});

it('shows the score once: in the ring, which screen readers get as a sentence', () => {
  const { children } = hero({ status: 'incomplete', score: 20 }).querySelector('.c-hero') as HTMLElement;
  expect([...children].map(({ textContent }) => textContent)).toEqual(['20\u00a0%', expect.stringMatching(/^Score/)]);
  const facts = (score?: number): string[] =>
    [...hero({ status: 'incomplete', ...(score !== undefined && { score }) }).querySelectorAll('.c-cover-facts li')].map(
      (one) => one.textContent ?? '',
    );
  expect(hero({ status: 'passed', score: 80 }).querySelectorAll('.c-cover-facts li').length).toBe(1);
  expect([facts(20)[0], facts()[0]]).toEqual([
    expect.stringMatching(/^Il faut 60/),
    expect.stringMatching(/^Pas encore de score\. Il faut 60/),
  ]);
});
