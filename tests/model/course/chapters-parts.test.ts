import { expect, test } from 'vitest';
import { partsOf, settleParts, together } from '../../../src/model/course/chapters.ts';
import type { Status } from '../../../src/model/judging/status.ts';
import { newState } from '../../../src/model/state/state.ts';
import { bakeryCourse } from '../../helpers/bakery.ts';

/** A course of three chapters of 2, 1 and 2 pages. */
function course() {
  const { pages, activities, chapters = [], ...whole } = bakeryCourse();
  const [page] = pages;
  const [chapter] = chapters;
  if (!page || !chapter) throw new Error('The bakery has chapters.');
  return {
    ...whole,
    activities: activities.slice(0, 0),
    pages: ['a', 'b', 'c', 'd', 'e'].map((id, n) => ({ ...page, id, n })),
    chapters: [2, 1, 2].map((pages, index) => ({ ...chapter, id: `k${index}`, n: index + 4, pages })),
  };
}

test('the pages of a chapter follow those of all chapters before it', () => {
  expect(partsOf(course()).map(({ n, pages }) => [n, pages.map(({ id }) => id).join('')])).toEqual([
    [4, 'ab'],
    [5, 'c'],
    [6, 'de'],
  ]);
  expect(partsOf({ ...course(), chapters: [] })).toEqual([]);
});

test.each<[readonly Status[], Status]>([
  [[], 'incomplete'],
  [['completed'], 'completed'],
  [['completed', 'passed'], 'passed'],
  [['passed', 'failed', 'completed'], 'failed'],
  [['failed', 'passed', 'incomplete'], 'incomplete'],
])('chapters that are %j: the whole is %s', (statuses, whole) => {
  expect(together(statuses)).toBe(whole);
});

test('the results of chapters that are gone are kept', () => {
  const gone = { status: 'passed', score: 70 } as const;
  const state = { ...newState('t'), chapters: { 4: { status: 'incomplete' as const }, 9: gone } };
  const now = settleParts(course(), state, ({ n }) => ({ status: 'completed', ...(n && { score: n }) }));
  expect([now.status, now.chapters]).toEqual([
    'completed',
    {
      4: { status: 'completed', score: 4 },
      5: { status: 'completed', score: 5 },
      6: { status: 'completed', score: 6 },
      9: gone,
    },
  ]);
});
