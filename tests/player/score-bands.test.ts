// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Band, ModuleContent } from '../../src/model/course/course.ts';
import { scoreBands } from '../../src/player/score-bands.ts';
import type { Progress } from '../../src/visit/tracker.ts';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

const bands: readonly Band[] = [
  { from: 70, feedback: '<p>Prêt à ouvrir.</p>' },
  { from: 0, feedback: '<p>Reprenez le pétrin.</p>' },
];

function texts(content: ModuleContent, more: Partial<Progress>): string[] {
  return scoreBands(content, { ...overviewOf().progress(), left: [], chapters: [], ...more }).map((box) => box.textContent ?? '');
}

it('shows the text for the score of the session, once nothing is left to do', () => {
  const session = bakery({ bands, pass: 70 });
  expect(texts(session, { score: 70 })).toEqual(['Prêt à ouvrir.']);
  // It is shown as 69 %.
  expect(texts(session, { score: 69.9 })).toEqual(['Reprenez le pétrin.']);
  // Without a pass mark, 69.6 is rounded to 70 %.
  expect(texts(bakery({ bands }), { score: 69.6 })).toEqual(['Prêt à ouvrir.']);
  expect(texts(session, { score: 0 })).toEqual(['Reprenez le pétrin.']);
  expect(texts(session, { score: 100, left: ['levain'] })).toEqual([]);
  const { score, ...unscored } = overviewOf().progress();
  expect(scoreBands(session, unscored)).toEqual([]);
  expect(texts(bakery(), { score: 70 })).toEqual([]);
});

it('shows in a course the text of each chapter that has one, under its title', () => {
  const { chapters = [], ...course } = bakeryCourse();
  const [night, ...others] = chapters;
  const banded = { ...course, chapters: night ? [{ ...night, bands }, ...others] : [] };
  const reached = chapters.map(({ id, title }) => ({ id, title, score: 80, status: 'completed' as const }));
  expect(texts(banded, { score: 80, chapters: reached })).toEqual(['Une nuit au fournilPrêt à ouvrir.']);
  // Only what is left in a chapter itself holds its text back.
  expect([texts(banded, { chapters: reached, left: ['bilan'] }).length, texts(banded, { chapters: reached, left: ['levain'] })]).toEqual([
    1,
    [],
  ]);
});
