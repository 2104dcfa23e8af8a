import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { CourseSource } from '../../../build/model/course.ts';
import { checkOnly, isMedium, onlyIn, tagsOf } from '../../../build/stages/check/check-only.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';

const course = (...cohorts: { tags: string[]; isBroken?: boolean }[]): CourseSource =>
  ({ cohorts: cohorts.map(({ tags, isBroken = false }) => ({ file: { value: { tags }, isBroken } })) }) as unknown as CourseSource;

test('the tags of all cohorts, each once; unknown without a cohort, or if one can not be read', () => {
  expect(tagsOf(course({ tags: ['nord', 'soir'] }, { tags: ['nord'] }))).toEqual(['nord', 'soir']);
  expect(tagsOf(course())).toBeNull();
  expect(tagsOf(course({ tags: ['nord'] }, { tags: [], isBroken: true }))).toBeNull();
  expect(tagsOf(course({ tags: [] }))).toEqual([]);
});

test('words are a medium or tags', () => {
  expect(['paper', 'screen', 'Paper', 'nord'].map(isMedium)).toEqual([true, true, false, false]);
  expect([onlyIn(), onlyIn(['paper']), onlyIn(['nord', 'screen', 'soir']), onlyIn(['screen', 'paper'])]).toEqual([
    {},
    { medium: 'paper' },
    { only: ['nord', 'soir'], medium: 'screen' },
    { medium: 'screen' },
  ]);
});

describe('what is reported', () => {
  const found = (words: string[], kind: 'page' | 'activity' | 'block', tags: readonly string[] | null = ['nord']) => {
    const diagnostics = new Diagnostics();
    checkOnly(words, kind, { file: 'rames.md', line: 1, column: 1 }, { tags, diagnostics } as unknown as CourseContext);
    return diagnostics.list.map(({ severity, code, values }) => [severity, code, ...Object.values(values)].join(' ').trim());
  };

  test.each<[string[], 'page' | 'activity' | 'block', string[]]>([
    [['nord'], 'page', []],
    [['paper'], 'block', []],
    [['paper', 'paper'], 'block', []],
    [['paper', 'screen'], 'block', ['error both-media']],
    [['paper'], 'page', ['error medium-of-no-block paper']],
    [['nord', 'paper'], 'page', ['error medium-of-no-block paper']],
    [['screen', 'paper'], 'activity', ['error medium-of-no-block screen']],
    [['nor'], 'activity', ['warning tag-of-nobody nor nord']],
    [['papers'], 'block', ['warning tag-of-nobody papers paper']],
    [['lundi', 'nord', 'jeudi'], 'page', ['warning tag-of-nobody lundi', 'warning tag-of-nobody jeudi']],
    [['papers'], 'page', ['warning tag-of-nobody papers']],
  ])('%j of a %s', (words, kind, expected) => {
    expect(found(words, kind)).toEqual(expected);
  });

  test('without cohorts a tag may be one to come, unless it is nearly a medium', () => {
    expect([found(['nord'], 'block', null), found(['screens'], 'block', null)]).toEqual([[], ['warning tag-of-nobody screens screen']]);
  });
});
