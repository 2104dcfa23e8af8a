// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { Progress } from '../../src/model/judging/progress.ts';
import { bigHero } from '../../src/player/result-hero.ts';
import { make } from '../../src/player/widgets/element.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

beforeEach(() => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  document.body.innerHTML =
    '<section data-view="cover"><svg class="c-land"></svg><div class="c-cover-people"></div></section><p class="c-land"></p>';
});

function hero(more: Partial<Progress>, missing: HTMLAnchorElement | null = null): HTMLElement {
  const { launch, progress } = overviewOf();
  const tracker = { launch: { ...launch, learner: { id: 'l-1', name: 'Moreau, Ines' } }, progress: () => ({ ...progress(), ...more }) };
  return bigHero(bakery({ pass: 60 }), tracker as unknown as Tracker, make('header', ''), missing);
}

const main = (root: HTMLElement): HTMLElement => root.querySelector('.c-button-main') as HTMLElement;

it('shows the land and the people of the cover once all is done, and greets by name', () => {
  const done = hero({ status: 'passed', score: 80 });
  expect([done.querySelectorAll('.c-land').length, done.querySelectorAll('.c-cover-people').length]).toEqual([1, 1]);
  expect(done.querySelector('.c-verdict-big')?.textContent).toBe('C’est réussi, Ines.');
  const begun = hero({ status: 'incomplete', score: 20 });
  expect(begun.querySelector('.c-land, .c-cover-people')).toBeNull();
  expect(begun.querySelector('.c-verdict-big')?.textContent).toBe('En cours');
});

it('has one main button: to what is missing, to the certificate, or to leave', () => {
  const missing = make('a', '', 'La vente');
  missing.href = '#p-vente';
  expect(main(hero({ status: 'incomplete' }, missing)).getAttribute('href')).toBe('#p-vente');
  expect(main(hero({ status: 'incomplete' }, missing)).textContent).toMatch(/^Continuer\s: La vente$/);
  expect(main(hero({ status: 'passed' }, missing)).dataset.action).toBe('leave');
  document.body.append(make('article', ''));
  (document.body.lastElementChild as HTMLElement).id = 'c-certificate';
  expect([main(hero({ status: 'passed' })).dataset.action, main(hero({ status: 'failed' })).dataset.action]).toEqual([
    'certificate',
    'leave',
  ]);
});

it('lists its facts, and puts words and drawings into one band', () => {
  const begun = hero({ status: 'incomplete', score: 20, time: 61, active: 60 });
  const facts = begun.querySelector('.c-cover-facts') as HTMLElement;
  expect([facts.tagName, [...facts.children].map(({ tagName }) => tagName)]).toEqual(['UL', ['LI', 'LI']]);
  expect(facts.lastElementChild?.textContent).toMatch(/2.*1/);
  expect([begun.className, begun.firstElementChild?.className, begun.querySelectorAll('.c-cover-words > header').length]).toEqual([
    'c-calm-band',
    'c-cover-in',
    1,
  ]);
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
  expect([facts(20)[0], facts()[0]]).toEqual([
    expect.stringMatching(/^Il faut 60/),
    expect.stringMatching(/^Pas encore de score\. Il faut 60/),
  ]);
});
