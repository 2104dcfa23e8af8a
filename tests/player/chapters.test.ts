// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import * as aloneModel from '../../src/model/course/alone.ts';
import * as chaptersModel from '../../src/model/course/chapters.ts';
import * as alonePlayer from '../../src/player/alone.ts';
import * as chaptersPlayer from '../../src/player/chapters.ts';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { inner, openStage, type Stage } from './stage.ts';

const one = <Type extends HTMLElement = HTMLElement>(selector: string): Type => document.querySelector(selector) as Type;
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
const tree = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => `${element.tagName.toLowerCase()} ${(element.textContent ?? '').trim()}`);

const course = bakeryCourse({}, { pass: 60 });

function doNight(stage: Stage): void {
  stage.tracker.submit('levain', ['a']);
  stage.tracker.submit('gestes', ['a', 'b']);
  stage.tracker.submit('recette', 'Farine');
}

describe('a course that is one SCO, on the page', () => {
  it('lists its pages under their chapters, each list named by its heading', () => {
    openStage({ content: course });
    expect(tree('#c-pages > *').map((line) => line.split(/\s+/).slice(0, 4).join(' '))).toEqual([
      'h3 Une nuit au',
      'ol Le fournil, commencée',
      'h3 Un matin au',
      'ol La vente, pas',
    ]);
    for (const list of document.querySelectorAll('#c-pages ol')) {
      expect(document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H3');
    }
  });

  it('goes on from one chapter to the next, and says above the title where the learner is', () => {
    const stage = openStage({ content: course });
    expect([document.title, texts('.c-page:not([hidden]) .c-over')]).toEqual(['Le fournil – Une nuit au fournil', ['Une nuit au fournil']]);
    stage.press('next', '#c-nav');
    expect([document.title, texts('.c-page:not([hidden]) .c-over')]).toEqual(['La vente – Un matin au comptoir', ['Un matin au comptoir']]);
    expect(texts('#c-where')).toEqual(['Page 2 sur 2']);
    expect(one('#c-pages [aria-current="page"]').getAttribute('href')).toBe('#p-vente');
    stage.press('next', '#c-nav');
    expect([stage.screen(), document.title]).toEqual(['results', 'Mes résultats – La boulangerie']);
  });

  it('says of which chapter something is left', async () => {
    const stage = openStage({ content: course });
    const titles = (): string[] => [...document.querySelectorAll('#c-left > ul > li')].map((item) => item.firstChild?.textContent ?? '');
    expect(titles()).toEqual(['Une nuit au fournil', 'Un matin au comptoir']);
    expect(texts('#c-left ul ul')).toEqual(['levaingestesrecette', 'La venteIl faut 60 % pour réussir.']);
    doNight(stage);
    await stage.shown();
    expect([titles(), texts('#c-left a')]).toEqual([['Un matin au comptoir'], ['La vente']]);
    expect(texts('#c-done')).toEqual(['3 sur 5']);
  });

  it('gives each chapter a line in the results, with the pass mark that is still to be reached', () => {
    const chapterLines = (): string[] =>
      [...one('#c-results .c-bars').children].map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
    const stage = openStage({ content: course });
    doNight(stage);
    stage.press('results', '#c-contents');
    expect(tree('#c-results h2')).toEqual(['h2 Ce qui reste à faire', 'h2 Par chapitre', 'h2 Par compétence', 'h2 La suite']);
    expect(one('.c-after-card > a').getAttribute('href')).toBe('#p-vente');
    expect(texts('.c-after-card')).toEqual(['Continuer : Un matin au comptoir']);
    expect(texts('#c-results .c-hint')[0]).toMatch(/^« Seuil atteint » : il l’est à ses questions notées, dans chaque séance\./);
    expect(chapterLines()).toEqual([
      'Une nuit au fournil terminé, 100 %',
      'Un matin au comptoir pas encore commencé. Il faut 60 % pour réussir.',
    ]);
    stage.press('next', '#c-nav');
    stage.tracker.draft('bilan', { live: [6, 7], kept: [] });
    stage.tracker.submit('q-prix', ['b']);
    stage.tracker.submit('bilan', { live: [6, 7], kept: [] });
    stage.press('results', '#c-contents');
    expect(chapterLines()[1]).toBe('Un matin au comptoir en cours, 0 %. Il faut 60 % pour réussir.');
    expect(texts('#c-results .c-hero p').at(-1)).toMatch(/^Reprenez ce qui est à revoir/);
    stage.tracker.submit('q-pain', ['a']);
    stage.tracker.draft('bilan', { live: [7], kept: [] });
    stage.tracker.submit('bilan', { live: [7], kept: [] });
    stage.press('results', '#c-contents');
    expect(chapterLines()[1]).toBe('Un matin au comptoir réussi, 100 %');
    expect([texts('.c-verdict-big'), texts('#c-results .c-hero p').at(-1)]).toEqual([
      ['C’est réussi, Ines.'],
      'Tout est fait. Vous pouvez quitter maintenant, ou revenir relire quand vous voulez.',
    ]);
  });

  it('groups the notebook by chapter, headings one level down', () => {
    const stage = openStage({ content: course });
    stage.type('recette', 'Farine');
    stage.button('recette').click();
    stage.press('next', '#c-nav');
    stage.type('carnet', 'À moi');
    stage.button('carnet').click();
    stage.press('notebook', '#c-contents');
    expect(tree('#c-notebook > :not(ul)')).toEqual([
      'h2 Une nuit au fournil',
      'h3 Le fournil',
      'h4 recette',
      'p Farine',
      'h2 Un matin au comptoir',
      'h3 La vente',
      'h4 carnet',
      'p À moi',
    ]);
    const plain = (document.getElementById('c-text') as HTMLTextAreaElement).value;
    expect(plain.split(/\n+/)).toEqual([
      'La boulangerie',
      'Une nuit au fournil',
      'Le fournil',
      'recette',
      'Farine',
      'Un matin au comptoir',
      'La vente',
      'carnet',
      'À moi',
      '',
    ]);
  });

  it('opens again where the learner left, in whichever chapter', () => {
    const first = openStage({ content: course });
    doNight(first);
    first.press('next', '#c-nav');
    first.tracker.flush();
    const stage = openStage({ content: course, lms: first.lms });
    expect([stage.screen(), inner.size, stage.tracker.progress().chapters.map(({ status }) => status)]).toEqual([
      'vente',
      1,
      ['completed', 'incomplete'],
    ]);
  });
});

// Of the two that a runtime may have, what one forgets would be missing from every package of a single module.
it('a single module has something in the place of all that the page asks of chapters', () => {
  expect(Object.keys(aloneModel).sort()).toEqual(
    Object.keys(chaptersModel)
      .filter((name) => name !== 'together')
      .sort(),
  );
  expect(Object.keys(alonePlayer).sort()).toEqual(Object.keys(chaptersPlayer).sort());
});

it('for a single module, both do the same', () => {
  const content = bakery({ pass: 60 });
  const { tracker } = openStage({ content });
  const [state, progress] = [tracker.state(), tracker.progress()];
  const reach = () => ({ score: 40, status: 'failed' as const });
  const list = () => document.createElement('ul');
  const facts = (model: typeof aloneModel, player: typeof alonePlayer): unknown => [
    model.partsOf(content),
    model.reachedOf(content, state).status,
    model.chaptersReached(content, state),
    model.settleParts(content, state, reach),
    model.inParts(content, [], reach),
    model.inParts(content, [], () => undefined),
    model.joinChapters(state, state),
    model.chapterColumns(state),
    model.chaptersIn([]),
    player.passFor(content, content.activities[5] as (typeof content.activities)[0]),
    player.listByChapter(content, list).outerHTML,
    player.hasToReach(content, progress),
    player.chapterRows(content, progress),
    player.chapterLegend(content),
    player.linesByChapter(content, (pages) => pages.map(({ title }) => ['h2', title])),
  ];
  expect(facts(aloneModel, alonePlayer)).toEqual(facts(chaptersModel, chaptersPlayer));
});
