import { expect, it } from 'vitest';
import type { NumberedCourse } from '../../build/model/course.ts';
import { cohortsOf, concernsCourse, dueOf, isRequested, namesIn } from '../../build/model/selection.ts';

const cohort = (name: string, isBroken?: true) => ({ name, file: { value: { title: name }, isBroken } });
const course = {
  source: {
    shown: 'modules/le-depot',
    course: { value: { id: 'depot', modules: ['rames', 'quais'], targets: ['scorm12', 'scorm2004-4'], package: 'sco-per-module' } },
    cohorts: [cohort('mardi'), cohort('jeudi', true)],
  },
  modules: [{ module: { id: 'rames' } }, { module: { id: 'quais' } }],
} as unknown as NumberedCourse;
const request = {
  names: [] as string[],
  targets: ['scorm12', 'scorm2004-4', 'web'] as const,
  cohorts: [] as string[],
  coursePackages: true,
};

it('selects by the course, by its folder, by a session, or by both', () => {
  const selected = (...names: string[]) => [null, 'rames', 'quais'].map((module) => isRequested(course, module, names));
  expect([
    selected(),
    selected('depot'),
    selected('le-depot'),
    selected('rames'),
    selected('depot/quais'),
    selected('le-depot/quais'),
    selected('autre/rames'),
    selected('autre', 'rames', 'depot/quais'),
    selected('depot/null'),
  ]).toEqual([
    [true, true, true],
    [true, true, true],
    [true, true, true],
    [false, true, false],
    [false, false, true],
    [false, false, true],
    [false, false, false],
    [false, true, true],
    [false, false, false],
  ]);
  const concerned = [[], ['quais'], ['depot'], ['le-depot/rames'], ['autre', 'rames'], ['autre'], ['autre/rames']];
  expect(concerned.map((names) => concernsCourse(course, names))).toEqual([true, true, true, true, true, false, false]);
});

it('lists the names by which a course and its sessions can be asked for', () => {
  const [own, folder] = ['rames', 'quais'].reduce<string[][]>(
    (all, name) => all.map((list, at) => [...list, `${['depot', 'le-depot'][at]}/${name}`]),
    [[], []],
  );
  expect(namesIn(course)).toEqual(['depot', 'le-depot', 'rames', 'quais', ...(own ?? []), ...(folder ?? [])]);
});

it('builds the version without a cohort and each readable cohort, or those named', () => {
  const names = (...asked: string[]) => cohortsOf(course.source, asked).map((one) => one?.name ?? 'base');
  expect([names(), names('mardi'), names('base'), names('jeudi')]).toEqual([['base', 'mardi'], ['mardi'], ['base'], []]);
});

it('gives each cohort with what its file contains', () => {
  expect(cohortsOf(course.source, [])).toEqual([null, { name: 'mardi', file: { title: 'mardi' } }]);
});

it('counts the packages to make: sessions and courses, for each target and cohort', () => {
  const due = (more: object, packed: number[] = []) => {
    const found = dueOf(
      course,
      { ...request, ...more } as never,
      packed.map((index) => course.modules[index] as never),
    );
    return [found.modules.map(({ module }) => module.id), found.targets, found.wholes, found.count];
  };
  expect(due({})).toEqual([['rames', 'quais'], ['scorm12', 'scorm2004-4'], ['scorm12'], 2 * (2 * 2 + 1)]);
  expect(due({ coursePackages: false, cohorts: ['mardi'] })).toEqual([['rames', 'quais'], ['scorm12', 'scorm2004-4'], [], 4]);
  expect(due({ names: ['rames'], targets: ['scorm12'] })).toEqual([['rames'], ['scorm12'], [], 2]);
  expect(due({ targets: ['web', 'scorm2004-4', 'scorm12'] })[1]).toEqual(['scorm2004-4', 'scorm12']);
  expect(due({ targets: ['scorm2004-4'] })).toEqual([['rames', 'quais'], ['scorm2004-4'], [], 4]);
  expect(due({ targets: ['scorm12'] }, [0])).toEqual([['quais'], ['scorm12'], ['scorm12'], 4]);
});
