import { expect, test } from 'vitest';
import { moodleSettings } from '../../build/sheets/moodle-settings.ts';
import type { PackageFacts, SheetInput } from '../../build/sheets/package-facts.ts';
import type { ModuleContent, Target } from '../../src/model/course/course.ts';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { keyWords } from './key-words.ts';

const FACTS: PackageFacts = { answers: 1, drawn: 0, open: 0, own: 0, points: 5, competencies: [], passes: 'all', pass: 62.5, fails: false };

/** Settings of a package, as `name: value, reason` by group. */
function settings(target: Target, facts: Partial<PackageFacts> = {}, modules: readonly ModuleContent[] = [bakery()]) {
  const groups = moodleSettings({ target, modules } as unknown as SheetInput, { ...FACTS, ...facts }, keyWords);
  return Object.fromEntries(
    groups.map(({ title, settings: list }) => [
      title.replace('group.', ''),
      list.map(({ name, value, why = '' }) => `${name} ${value} ${why}`.replaceAll('set.', '').trim()),
    ]),
  );
}

test('a single session in 1.2, in the order of the form', () => {
  const values = 'pass=62.5 whole=62';
  expect(Object.entries(settings('scorm12'))).toEqual([
    ['display', ['window window.value window.why']],
    ['grade', ['method method.value', 'maximum maximum.value maximum.why']],
    ['attempts', ['attempts attempts.value attempts.why', 'best best.value', 'new new.value new.why']],
    ['compatibility', ['forced forced.value forced.why']],
    [
      'completion',
      [
        'conditions conditions.value conditions.why',
        'status status.both status.both.why',
        `score score.none ${values} score.12.why ${values}`,
      ],
    ],
  ]);
});

test('in 2004 the pass mark is a setting, and nothing has to be forced', () => {
  const found = settings('scorm2004-4');
  expect(Object.keys(found)).toEqual(['display', 'grade', 'attempts', 'completion']);
  expect(found.completion?.slice(1)).toEqual([
    'status status.both status.2004.why',
    'score score.value pass=62.5 whole=62 score.2004.why pass=62.5 whole=62',
  ]);
});

test('without a pass mark', () => {
  const none = { passes: 'none' as const, pass: undefined as never };
  expect(settings('scorm2004-4', none).completion?.slice(1)).toEqual([
    'status status.completed status.completed.why',
    'score score.none score.unscored.why',
  ]);
  expect(settings('scorm12', { passes: 'some' }).completion?.[1]).toBe('status status.both status.both.why');
  expect(settings('scorm2004-4', { pass: undefined as never }).completion?.[2]).toBe('score score.none score.unscored.why');
  expect(settings('scorm2004-4', { passes: 'none' }).completion?.[2]).toBe('score score.none score.unscored.why');
});

test('several sessions, and a course that is one SCO', () => {
  const several = settings('scorm2004-4', {}, [bakery(), bakery()]);
  expect(several.grade?.[0]).toBe('method method.several method.several.why');
  expect(several.completion?.slice(2)).toEqual(['score score.none score.several.why', 'all all.value all.why']);
  expect(settings('scorm2004-4', {}, [bakeryCourse()]).completion?.slice(2)).toEqual(['score score.none score.several.why']);
});

test('nothing scored, and what can be failed', () => {
  expect(settings('scorm12', { points: 0 }).grade).toEqual(['unscored unscored.value unscored.why']);
  expect(settings('scorm12', { fails: true }).attempts?.[0]).toBe('attempts attempts.value attempts.failed');
  expect(settings('scorm2004-4', { fails: true }).attempts?.[0]).toBe('attempts attempts.value attempts.why');
});
