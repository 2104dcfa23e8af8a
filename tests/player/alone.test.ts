// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { progressOf } from '../../src/model/judging/progress.ts';
import { newState } from '../../src/model/state/state.ts';
import * as alone from '../../src/player/alone.ts';
import * as chapters from '../../src/player/chapters.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';

const content = bakery({ pass: 60 });
const progress = progressOf(content, bakeryTypes, newState('t'));
const list = document.createElement('ul');

function results(from: typeof alone | typeof chapters): unknown {
  return [
    from.passFor(content, content.activities[0] ?? activity(0, 'levain', 'pick')),
    from.listByChapter(content, () => list) === list,
    from.hasToReach(content, progress),
    from.chapterLegend(content),
    from.chapterRows(content, progress),
    from.nextChapter(content, progress),
    from.linesByChapter(content, (pages) => pages.map(({ title }) => ['h2', title])),
  ];
}

test('in a single module both files give the same', () => {
  expect(results(alone)).toEqual(results(chapters));
  expect(results(alone)).toEqual([
    60,
    true,
    false,
    undefined,
    [],
    [],
    [
      ['h2', 'Le fournil'],
      ['h2', 'La vente'],
    ],
  ]);
});
