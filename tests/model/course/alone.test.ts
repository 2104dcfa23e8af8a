import { expect, test } from 'vitest';
import * as alone from '../../../src/model/course/alone.ts';
import * as chapters from '../../../src/model/course/chapters.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { type ChapterState, newState } from '../../../src/model/state/state.ts';
import { bakery } from '../../helpers/bakery.ts';

const content = bakery();
const state = { ...newState('t'), score: 40, status: 'failed' as const };

/** Results of every function for a single module, in one of the two files. */
function results(from: typeof alone | typeof chapters, found: ChapterState | undefined): unknown {
  const calls: unknown[][] = [];
  const noting =
    <Result>(result: Result) =>
    (...given: readonly unknown[]): Result => {
      calls.push([...given]);
      return result;
    };
  const contributions = [{ ratio: 1 }] as never;
  return {
    parts: from.partsOf(content as ModuleContent),
    reached: from.reachedOf(content, state).score,
    chapters: from.chaptersReached(content, state),
    inParts: from.inParts(content, contributions, noting(found)),
    settled: from.settleParts(content, state, noting(found ?? state)),
    joined: from.joinChapters(state, state),
    columns: from.chapterColumns(state),
    read: from.chaptersIn([]),
    calls,
  };
}

test.each([undefined, { score: 80, status: 'passed' as const }])('in a single module both files give the same: %j', (found) => {
  expect(results(alone, found)).toEqual(results(chapters, found));
});
