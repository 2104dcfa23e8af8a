import { expect, test } from 'vitest';
import { onlyGroups } from '../../../build/studio/course/only-for.ts';
import { TEXTS } from '../../helpers/course-text.ts';

test('what a cohort sees differently is grouped by its tags', () => {
  const groups = onlyGroups(TEXTS, ['evening']);
  expect(groups.map(({ tags, isShown, parts }) => [tags, isShown, parts.map(({ line, isPage }) => [line, isPage])])).toEqual([
    [['remote', 'evening'], true, [[24, true]]],
    [['remote'], false, [[19, false]]],
  ]);
  expect(groups.flatMap(({ parts }) => parts.map(({ page }) => page))).toEqual(['Then', 'Begin']);
});
