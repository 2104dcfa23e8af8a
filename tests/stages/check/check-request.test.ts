import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedModule } from '../../../build/model/course.ts';
import type { OpenedFolder } from '../../../build/model/run.ts';
import { check } from '../../../build/pipeline.ts';
import { checkNames, concernsFolder, validModules } from '../../../build/stages/check/check-request.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const COHORT = 'title: Mardi\n';
const TWO = 'id: depot\ntitle: Au dépôt\nmodules: [rames, freins]\n';
const FREINS = rames('# Le frein {#le-frein}\n\nUn patin.\n')['rames.md']?.toString().replace('id: rames', 'id: freins') ?? '';
const files: Files = { 'course.yaml': TWO, 'freins.md': FREINS, 'cohorts/mardi.yaml': COHORT };

function found(names: readonly string[], cohorts: readonly string[] = []) {
  const { diagnostics } = check(requestFor(depot(files), { names, cohorts }), engine);
  return diagnostics.list.map(({ code, values }) => `${code} ${values.name} ${values.near ?? ''}`.trim());
}

test('a course, a session, and a session of a course can be requested', () => {
  expect([found([]), found(['depot']), found(['freins']), found(['depot/freins'])]).toEqual([[], [], [], []]);
});

test('a name that doesn’t exist is reported with the nearest, with its course if that was written', () => {
  expect(found(['frein'])).toEqual(['no-such-name frein freins']);
  expect(found(['depot/frein'])).toEqual(['no-such-name depot/frein depot/freins']);
  expect(found(['depotrames'])).toEqual(['no-such-name depotrames depot']);
  expect(found(['rames', 'frein', 'depot', 'rame'])).toEqual(['no-such-name frein freins', 'no-such-name rame rames']);
});

test('a cohort can be requested, and the base build', () => {
  expect(found([], ['mardi', 'base'])).toEqual([]);
  expect(found([], ['mardis'])).toEqual(['no-such-cohort mardis mardi']);
  const named = depot({ ...files, 'cohorts/rames.yaml': 'title: Rames\n' });
  expect(check(requestFor(named, { cohorts: ['rames'] }), engine).diagnostics.list).toEqual([]);
});

test('names and cohorts of all courses exist', () => {
  const project = depot(files);
  const atelier = join(project, 'modules/atelier');
  cpSync(join(project, 'modules/depot'), atelier, { recursive: true });
  for (const name of ['rames', 'freins', 'cohorts/mardi']) rmSync(join(atelier, name === 'cohorts/mardi' ? `${name}.yaml` : `${name}.md`));
  writeFileSync(join(atelier, 'course.yaml'), 'id: atelier\ntitle: Atelier\nmodules: [tour]\n');
  writeFileSync(join(atelier, 'tour.md'), FREINS.replace('id: freins', 'id: tour').replace('{#le-frein}', '{#le-tour}'));
  writeFileSync(join(atelier, 'cohorts/jeudi.yaml'), 'title: Jeudi\n');
  const reported = (more: object): unknown[] =>
    check(requestFor(project, more), engine).diagnostics.list.map(({ code, values }) => [code, values.near, values.list]);
  expect(reported({ names: ['rames', 'tour', 'atelier', 'depot/freins'], cohorts: ['mardi', 'jeudi', 'base'] })).toEqual([]);
  const names = expect.stringMatching(/^atelier, tour, depot, rames/);
  expect(reported({ names: ['tours', 'frein', 'atelier/tours'] })).toEqual([
    ['no-such-name', 'tour', names],
    ['no-such-name', 'freins', names],
    ['no-such-name', 'atelier/tour', names],
  ]);
  expect(reported({ cohorts: ['mardis', 'jeudis', 'tour', 'freins'] })).toEqual([
    ['no-such-cohort', 'mardi', 'base, jeudi, mardi'],
    ['no-such-cohort', 'jeudi', 'base, jeudi, mardi'],
    ['name-after-cohort', undefined, undefined],
    ['name-after-cohort', undefined, undefined],
  ]);
});

test('a session after --cohort is not taken for a missing cohort', () => {
  expect(found([], ['mardi', 'freins'])).toEqual(['name-after-cohort freins']);
});

test('the names of all courses are listed with a name that doesn’t exist', () => {
  const courses = check(requestFor(depot(files)), engine).requested.map(({ course }) => course);
  const diagnostics = new Diagnostics();
  checkNames(courses, ['x'], { file: 'modules', line: 1, column: 1 }, diagnostics);
  expect(diagnostics.list[0]?.values.list).toMatch(/depot.*rames.*freins/);
  const request = requestFor(depot(files), { cohorts: ['x', 'rames'] });
  const { diagnostics: asked } = check(request, engine);
  expect(new Set(asked.list.map(({ at }) => at.file))).toEqual(new Set([request.modules]));
  expect(asked.list.map(({ severity, code, at: { line, column }, values }) => [severity, code, line, column, values])).toEqual([
    ['error', 'no-such-cohort', 1, 1, { name: 'x', near: '', list: expect.stringMatching(/base.*mardi/) }],
    ['error', 'name-after-cohort', 1, 1, { name: 'rames' }],
  ]);
});

test('a folder concerns a run that requests it, or a name that may be in a course that can’t be read', () => {
  const [course = null] = check(requestFor(depot(files)), engine).requested.map((one) => one.course);
  const read = { path: '/modules/depot', course } as unknown as OpenedFolder;
  const broken = { path: '/modules/atelier', course: null } as unknown as OpenedFolder;
  const concerns = (folder: OpenedFolder, ...names: string[]) => concernsFolder(folder, [read, broken], names);
  expect([concerns(read), concerns(read, 'rames'), concerns(read, 'depot/freins'), concerns(read, 'autre')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(
    [[], ['atelier'], ['atelier/tour'], ['autre'], ['rames'], ['depot'], ['rames', 'autre']].map((names) => concerns(broken, ...names)),
  ).toEqual([true, true, true, true, false, false, true]);
  const named = { path: '/modules/rames', course: null } as unknown as OpenedFolder;
  expect([concerns(named, 'freins'), concerns(named, 'freins', 'rames')]).toEqual([false, true]);
});

test('only sessions whose own files have no error are checked further', () => {
  const modules = ['rames', 'freins'].map((id) => ({ files: new Set([`${id}.md`]) }) as unknown as NumberedModule);
  const at = (file: string) => ({ file, line: 1, column: 1 });
  const diagnostics = new Diagnostics();
  diagnostics.warning('no-question', at('depot/rames.md'));
  expect(validModules(modules, 'depot', diagnostics)).toEqual(modules);
  diagnostics.error('no-question', at('depot/freins.md'));
  expect(validModules(modules, 'depot', diagnostics)).toEqual([modules[0]]);
  expect(validModules(modules, 'autre', diagnostics)).toEqual(modules);
  const shared = ['rames', 'freins'].map((id) => ({ files: new Set([`${id}.md`, 'cadre.md']) }) as unknown as NumberedModule);
  diagnostics.error('no-question', at('depot/cadre.md'));
  expect(validModules(shared, 'depot', diagnostics)).toEqual([]);
});

test('two courses with one id would share a folder of the output; those that weren’t requested are not reported on', () => {
  const project = depot(files);
  const again = join(project, 'modules/depot-2');
  cpSync(join(project, 'modules/depot'), again, { recursive: true });
  const codes = (names: readonly string[]) =>
    check(requestFor(project, { names }), engine).diagnostics.list.map(({ code, values }) => [code, values.where]);
  expect(codes([])).toContainEqual(['duplicate-id', 'depot/course.yaml']);
  expect(codes(['depot-2'])).toContainEqual(['duplicate-id', 'depot/course.yaml']);
  cpSync(again, join(project, 'modules/depot-3'), { recursive: true });
  writeFileSync(join(again, 'course.yaml'), `# Deux\n${TWO}`);
  const { list } = check(requestFor(project), engine).diagnostics;
  expect(list.map(({ severity, code, at, values }) => [severity, code, at.file.split('modules/')[1], at.line, at.column, values])).toEqual(
    [
      ['depot-2', 2],
      ['depot-3', 1],
    ].map(([folder, line]) => ['error', 'duplicate-id', `${folder}/course.yaml`, line, 5, { id: 'depot', where: 'depot/course.yaml' }]),
  );
  writeFileSync(join(again, 'course.yaml'), TWO.replace('id: depot', 'id: atelier'));
  expect(codes(['atelier']).filter(([code]) => code === 'duplicate-id')).toEqual([]);
  rmSync(join(project, 'modules/depot-3'), { recursive: true });
  expect(codes([]).filter(([code]) => code === 'duplicate-id')).toEqual([]);
});
