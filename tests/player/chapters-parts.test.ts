// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import * as chapters from '../../src/player/chapters.ts';
import { make } from '../../src/player/widgets/element.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Progress } from '../../src/visit/tracker.ts';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';
import { words } from './stage.ts';

beforeEach(() => useStrings(words));

type Reached = Partial<Progress['chapters'][0]>;

/** Progress of a learner with these results of both chapters, and these pages seen. */
function progress(night: Reached, morning: Reached, seen: readonly string[] = []): Progress {
  const chapter = (id: string, reached: Reached) => ({ id, title: id, status: 'incomplete' as const, ...reached });
  const pages = Object.fromEntries(['fournil', 'vente'].map((id) => [id, seen.includes(id) ? ('begun' as const) : ('new' as const)]));
  return { ...overviewOf().progress(), chapters: [chapter('nuit', night), chapter('matin', morning)], pages };
}
const plain = (elements: readonly HTMLElement[]): string[] => elements.map((one) => (one.textContent ?? '').replaceAll('\u00a0', ' '));
const graded = bakeryCourse({}, { pass: 60 });

test('each activity has the pass mark of its chapter, or of the module', () => {
  const passes = (content: ModuleContent): unknown[] => content.activities.map((one) => chapters.passFor(content, one));
  expect(passes(graded)).toEqual([undefined, undefined, undefined, undefined, 60, 60, 60, 60, 60]);
  expect(new Set(passes(bakery({ pass: 40 })))).toEqual(new Set([40]));
});

test('a list stands under the title of each chapter that has entries', () => {
  const list = (part: { readonly id: string }) => make('ul', '', ...(part.id === 'nuit' ? [] : [make('li', '', part.id)]));
  expect(chapters.listByChapter(graded, list).innerHTML).toBe('<li>Un matin au comptoir<ul><li>matin</li></ul></li>');
  expect(chapters.listByChapter(bakery({ id: 'jour' }), list).innerHTML).toBe('<li>jour</li>');
});

test('something is to be reached while a chapter with a pass mark isn’t passed', () => {
  const reach = (morning: Reached, content = graded): boolean => chapters.hasToReach(content, progress({}, morning));
  expect([
    reach({}),
    reach({ status: 'completed' }),
    reach({ status: 'passed' }),
    reach({}, bakeryCourse()),
    reach({}, bakery({ pass: 60 })),
    // A score rule without a mark requires all points.
    reach({ status: 'completed' }, bakeryCourse({}, { completion: 'score' })),
  ]).toEqual([true, true, false, false, false, true]);
});

test('the rule of competencies depends on whether chapters decide', () => {
  expect([chapters.chapterLegend(graded), chapters.chapterLegend(bakery())]).toEqual([words['results.chapter.legend'], undefined]);
});

test.each<[string, Reached, Reached, string[], string[]]>([
  ['new', {}, {}, [], ['Une nuit au fournil pas encore commencé', 'Un matin au comptoir pas encore commencé. Il faut 60 % pour réussir.']],
  [
    'begun',
    {},
    { score: 20 },
    ['vente'],
    ['Une nuit au fournil pas encore commencé', 'Un matin au comptoir en cours, 20 %. Il faut 60 % pour réussir.'],
  ],
  [
    'below',
    { status: 'completed' },
    { score: 59.7, status: 'failed' },
    ['fournil'],
    ['Une nuit au fournil terminé', 'Un matin au comptoir seuil non atteint, 59 %. Il faut 60 % pour réussir.'],
  ],
  [
    'done',
    { status: 'completed', score: 80 },
    { score: 60, status: 'passed' },
    [],
    ['Une nuit au fournil terminé, 80 %', 'Un matin au comptoir réussi, 60 %'],
  ],
])('chapters that are %s have a row each', (_, night, morning, seen, rows) => {
  const made = chapters.chapterRows(graded, progress(night, morning, seen));
  expect(plain(made)).toEqual(rows);
  expect(made.map((row) => row.querySelector('progress')?.hidden)).toEqual([night, morning].map(({ score }) => score === undefined));
});

test('a single module has no rows', () => expect(chapters.chapterRows(bakery(), progress({}, {}))).toEqual([]));

test.each<[string, Reached, readonly string[], ModuleContent, boolean]>([
  ['the one before is completed', { status: 'completed' }, ['fournil'], graded, true],
  ['the one before is passed', { status: 'passed' }, ['fournil'], graded, true],
  ['the one before is under way', {}, ['fournil'], graded, false],
  ['the one before is failed', { status: 'failed' }, ['fournil'], graded, false],
  ['it is begun', { status: 'completed' }, ['fournil', 'vente'], graded, false],
  ['none is begun', {}, [], graded, false],
  ['there are no chapters', { status: 'completed' }, ['fournil'], bakery(), false],
])('the next chapter is offered if %s', (_, night, seen, content, isOffered) => {
  const card = chapters.nextChapter(content, progress(night, {}, seen));
  const link = card[1]?.querySelector('a');
  expect([plain(card), link?.getAttribute('href'), link?.className]).toEqual(
    isOffered ? [['La suite', 'Continuer : Un matin au comptoir'], '#p-vente', 'c-button c-button-main'] : [[], undefined, undefined],
  );
});

test('a chapter is begun with its first page', () => {
  const pages = [...graded.pages, { id: 'caisse', n: 2, title: 'La caisse' }];
  const content = { ...bakeryCourse({}, { pages: 2 }), pages };
  const begun = progress({ status: 'completed' }, {}, ['fournil', 'vente']);
  const now = { ...begun, pages: { ...begun.pages, caisse: 'new' as const } };
  expect([chapters.nextChapter(content, now), plain(chapters.chapterRows(content, now)).at(-1)]).toEqual([
    [],
    'Un matin au comptoir en cours',
  ]);
  const fresh = { ...now, pages: { ...now.pages, vente: 'new' as const } };
  expect(chapters.nextChapter(content, fresh)[1]?.querySelector('a')?.getAttribute('href')).toBe('#p-vente');
});

test('of several new chapters the first is offered; none after one that was skipped', () => {
  const pages = [...graded.pages, { id: 'caisse', n: 2, title: 'La caisse' }];
  const evening = { minutes: 15, completion: 'activities', onFail: 'incomplete', pages: 1, id: 'soir', n: 2, title: 'Un soir' } as const;
  const content = bakeryCourse({}, {}, { pages, chapters: [...(graded.chapters ?? []), evening] });
  const offered = (night: Reached, seen: readonly string[]): string | null | undefined => {
    const now = progress(night, {}, seen);
    const all = { ...now.pages, caisse: seen.includes('caisse') ? ('begun' as const) : ('new' as const) };
    return chapters
      .nextChapter(content, { ...now, pages: all })[1]
      ?.querySelector('a')
      ?.getAttribute('href');
  };
  expect([offered({ status: 'completed' }, ['fournil']), offered({}, ['vente'])]).toEqual(['#p-vente', undefined]);
});

test('lines stand under the titles of chapters that have some, headings one level down', () => {
  const linesOf = (pages: ModuleContent['pages']): readonly chapters.Line[] =>
    pages.flatMap(({ id, title }): chapters.Line[] =>
      id === 'fournil'
        ? []
        : [
            ['h2', title],
            ['h3', 'Question ?'],
            ['p', 'Réponse'],
          ],
    );
  const lines = [
    ['h3', 'La vente'],
    ['h4', 'Question ?'],
    ['p', 'Réponse'],
  ];
  expect(chapters.linesByChapter(graded, linesOf)).toEqual([['h2', 'Un matin au comptoir'], ...lines]);
  expect(chapters.linesByChapter(bakery(), linesOf)).toEqual([
    ['h2', 'La vente'],
    ['h3', 'Question ?'],
    ['p', 'Réponse'],
  ]);
});
