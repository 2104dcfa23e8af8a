import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeProject, runCartable, startCartable } from '../helpers/run-cartable.ts';

const session = (id: string, title: string): string => `---
id: ${id}
title: ${title}
completion: visited
---

# Le quai {#${id}-quai}

Une rame attend.
`;
const course = (id: string, modules: string): string => `id: ${id}\ntitle: Cours ${id}\nlang: fr\ntargets: [web]\nmodules: [${modules}]\n`;
const FILES = {
  'modules/trams/course.yaml': course('trams', 'rames, soir'),
  'modules/trams/rames.md': session('rames', 'Les rames'),
  'modules/trams/soir.md': session('soir', 'Le soir'),
  'modules/trams/cohorts/2028.yaml': 'title: Promotion 2028\n',
  'modules/pain/course.yaml': course('pain', 'soir'),
  'modules/pain/soir.md': session('soir', 'Le soir au fournil'),
};

/** Sessions without a cohort whose packages are there. */
function built(project: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(project, 'dist/build.json'), 'utf8'));
  const own = packages.filter(({ cohort, module }: { cohort?: string; module?: string }) => module && !cohort);
  return own.map((one: { course: string; module: string }) => `${one.course}/${one.module}`);
}

describe('what is built can be named as a path, as course/session and as an id', () => {
  test.each<[string, string, string[]]>([
    ['.', 'modules/trams/rames.md', ['trams/rames']],
    ['.', './modules/trams/rames.md', ['trams/rames']],
    ['.', 'modules\\trams\\rames.md', ['trams/rames']],
    ['.', '.\\modules\\trams\\', ['trams/rames', 'trams/soir']],
    ['.', 'modules/trams', ['trams/rames', 'trams/soir']],
    ['.', 'modules/trams/rames', ['trams/rames']],
    ['.', 'modules/trams/course.yaml', ['trams/rames', 'trams/soir']],
    ['.', 'trams/soir', ['trams/soir']],
    ['.', 'soir', ['pain/soir', 'trams/soir']],
    ['.', 'modules', ['pain/soir', 'trams/rames', 'trams/soir']],
    ['.', '.', ['pain/soir', 'trams/rames', 'trams/soir']],
    ['modules', 'trams/rames', ['trams/rames']],
    ['modules/trams', 'rames.md', ['trams/rames']],
    ['modules/trams', '.', ['trams/rames', 'trams/soir']],
    ['modules/trams', 'rames', ['trams/rames']],
    ['modules/trams', 'trams/rames', ['trams/rames']],
    ['modules/trams/cohorts', '../rames.md', ['trams/rames']],
    ['modules/trams/cohorts', '../../pain', ['pain/soir']],
  ])('in %s: %s', async (folder, name, expected) => {
    const project = makeProject(FILES);
    const { code, err } = await runCartable(['build', name, '--no-course'], join(project, folder));
    // A first lock is explained.
    expect([code, err.replace(/^(?:\d+\/\d+|\S+ note) .*\n/gm, '')]).toEqual([0, '']);
    expect(built(project)).toEqual(expected);
  });
});

describe('other commands', () => {
  let project = '';
  beforeAll(() => {
    project = makeProject({ ...FILES, 'modules/trams/rames.md': FILES['modules/trams/rames.md'].replace(' {#rames-quai}', '') });
  });

  test('validate checks what the path names, and nothing else', async () => {
    expect(await runCartable(['validate', 'soir.md'], join(project, 'modules/pain'))).toMatchObject({
      code: 0,
      out: 'Tout est en ordre : 1 séance.\n',
    });
  });

  test('ids looks where it is asked to', async () => {
    const inside = await runCartable(['ids', 'rames.md'], join(project, 'modules/trams'));
    expect([inside.code, inside.out]).toEqual([1, expect.stringMatching(/^rames\.md:7:\d+ {2}\{#/)]);
    expect((await runCartable(['ids', 'trams/soir'], project)).code).toBe(0);
    expect((await runCartable(['ids', 'pain'], project)).code).toBe(0);
    expect((await runCartable(['ids', 'nulle-part'], project)).err).toContain('Cours et séances : pain, soir, trams, rames.');
  });

  test('preview prints the address of the requested session', async () => {
    const running = startCartable(['preview', '--port', '0', 'soir.md'], join(project, 'modules/pain'));
    await running.says(/http:\/\/127\.0\.0\.1:\d+\/play\/pain\/soir/);
    expect((await running.stop()).code).toBe(0);
  });

  test('list shows courses, sessions, cohorts and targets', async () => {
    const { code, out } = await runCartable(['list'], join(project, 'modules/trams'));
    expect(code).toBe(0);
    expect(out).toBe(`pain  Cours pain
  séances
    soir  Le soir au fournil
  cibles
    web

trams  Cours trams
  séances
    rames  Les rames
    soir   Le soir
  promotions
    2028 (Promotion 2028)
  cibles
    web
`);
    expect((await runCartable(['list'], makeProject({}))).out).toContain('Il n’y a pas encore de cours');
  });

  test('validate --watch checks again at each save', async () => {
    const folder = makeProject(FILES);
    const running = startCartable(['validate', '--watch', 'rames'], folder);
    await running.says(/1 séance\.\n.*Ctrl\+C/s);
    writeFileSync(join(folder, 'modules/trams/rames.md'), `${FILES['modules/trams/rames.md']}\n:::choixx\n:::\n`);
    await running.says(/1 erreur/);
    writeFileSync(join(folder, 'modules/trams/rames.md'), FILES['modules/trams/rames.md']);
    // What is printed comes before what is complained of.
    await running.says(/1 séance\..*1 séance\./s);
    expect((await running.stop()).code).toBe(0);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });
});

test('an unknown name lists what there is, ten names at most', async () => {
  const project = makeProject(FILES);
  const name = await runCartable(['build', 'modules/trams/ramez.md'], project);
  expect(name.code).toBe(1);
  expect(name.err).toContain('« trams/ramez » n’est ni un cours, ni une séance.');
  expect(name.err).toContain('Vouliez-vous dire « trams/rames » ? Cours et séances : pain, soir, trams, rames.');
  const cohort = await runCartable(['build', '--cohort', 'hiver', '--lang', 'en'], project);
  expect(cohort.err).toContain('Cohorts: base, 2028.');
  const module = await runCartable(['new', 'module', 'Nuit', '--course', 'zzz'], project);
  expect(module.err).toContain('Cours connus : pain, trams.');
  const many = Array.from({ length: 12 }, (_, n) => `s-${n}`);
  const large = Object.fromEntries(many.map((id) => [`modules/trams/${id}.md`, session(id, id)]));
  const { err } = await runCartable(
    ['build', 'zzz'],
    makeProject({ ...large, 'modules/trams/course.yaml': course('trams', many.join(', ')) }),
  );
  expect(err).toContain('Cours et séances : trams, s-0, s-1, s-2, s-3, s-4, s-5, s-6, s-7, s-8….');
});

test('an empty folder is a new project, also below one that has courses', async () => {
  const project = makeProject(FILES);
  mkdirSync(join(project, 'essai'));
  expect((await runCartable(['new', 'course', 'Neuf'], join(project, 'essai'))).code).toBe(0);
  expect(existsSync(join(project, 'essai/modules/neuf/course.yaml'))).toBe(true);
  expect((await runCartable(['new', 'course', 'Autre'], join(project, 'modules/trams'))).code).toBe(0);
  expect(existsSync(join(project, 'modules/autre/course.yaml'))).toBe(true);
});

test('in an npm script, a path counts from the folder that npm was called in, too', async () => {
  const project = makeProject(FILES);
  const script = { INIT_CWD: join(project, 'modules/trams'), npm_lifecycle_event: 'build' };
  const { code } = await runCartable(['build', './rames.md', '--no-course'], project, script);
  expect([code, built(project)]).toEqual([0, ['trams/rames']]);
});
