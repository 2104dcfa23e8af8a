import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../build/diagnostics/diagnostics.ts';
import type { Engine } from '../build/host/engine.ts';
import { Memo } from '../build/memo.ts';
import type { Cohort, NumberedCourse } from '../build/model/course.ts';
import { cohortsOf } from '../build/model/selection.ts';
import { filesOf, openCourse, renderFor, resolveAndFit } from '../build/open-course.ts';
import { depot, type Files, rames } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { courseFile, dayProject } from './helpers/one-course.ts';

function open(project: string, provisional = true, own: Engine = engine, memo?: Memo) {
  const diagnostics = new Diagnostics();
  const course = openCourse(join(project, 'modules/depot'), { provisional }, own, diagnostics, memo);
  const found = diagnostics.list.map(({ code, severity, at }) => `${severity} ${code} ${at.file.replace(/^.*modules\//, '')}:${at.line}`);
  return { course, found };
}
function opened(...call: Parameters<typeof open>): NumberedCourse {
  const { course, found } = open(...call);
  if (!course) throw new Error(found.join());
  return course;
}
const page = (text: string): Files => rames(`# Le quai {#quai}\n\n${text}\n`);
const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';

test('mistakes of the course, its sessions and their links are reported with their files', () => {
  const yaml = 'id: depot\ntitle: Dépôt\nlang: fr\npace: page\nmodules: [rames]\n';
  expect(open(depot({ 'course.yaml': 'id: [\n' })).course).toBeNull();
  const people = `${yaml}people: [{ id: ada, name: Ada, face: { hair: wool } }]\n`;
  expect(open(depot({ 'course.yaml': people })).found[0]).toMatch(/^error \S+ depot\/course\.yaml:6$/);
  const theme = `${yaml}theme: { logo: absent.svg }\n`;
  expect(open(depot({ ...page(CHOICE), 'course.yaml': theme })).found).toEqual([
    expect.stringMatching(/^error \S+ depot\/course\.yaml:6$/),
  ]);
  expect(open(depot(page('::choix'))).found).toEqual(['error unknown-directive depot/rames.md:8']);
  expect(open(depot(page('[Plus loin](#nulle-part)'))).found).toEqual([expect.stringMatching(/^error \S+ depot\/rames\.md:8$/)]);
  expect(open(depot(page('::scale{#fin again="rien"}'))).found).toEqual([expect.stringMatching(/^error \S+ depot\/rames\.md:8$/)]);
  expect(open(depot(page('::scale{#fin again="gare/rien"}'))).found).toEqual(['error unknown-module depot/rames.md:8']);
  expect(open(depot(page(CHOICE))).found).toEqual([]);
});

test('a build needs ids, a preview makes them up', () => {
  const project = depot(page(CHOICE.replace('{#frein}', '')));
  expect([open(project, true).found, open(project, false).found]).toEqual([
    ['warning missing-id depot/rames.md:8'],
    ['error missing-id depot/rames.md:8'],
  ]);
  expect(opened(project).modules[0]?.ids.map(([id]) => id)).toEqual(['rames', 'quai', 'quel-frein']);
});

test('each file is read once, and what is written later counts for later reading', () => {
  const project = depot(page(CHOICE));
  const read: string[] = [];
  const files: Engine['host']['files'] = {
    ...engine.host.files,
    read: (path) => {
      read.push(path.replace(/^.*\//, ''));
      return engine.host.files.read(path);
    },
  };
  const course = opened(project, true, { ...engine, host: { ...engine.host, files } });
  expect(read.filter((name) => name === 'rames.md')).toHaveLength(1);
  expect(course.source.folder.files).toBe(files);
});

test('only a process that goes on needs digests', () => {
  const project = depot(page(CHOICE));
  expect(opened(project).modules[0]?.digest).toBeUndefined();
  const memo = new Memo();
  const [first, again] = [1, 2].map(() => opened(project, true, engine, memo).modules[0]);
  expect(first?.digest).toMatch(/^[0-9a-f]{64}$/);
  // A session that is unchanged isn't checked again.
  expect(again?.banks).toBe(first?.banks);
});

const request = { targets: ['scorm12' as const], cohorts: [], names: [], coursePackages: true };

test('sessions are resolved for each cohort, and measured', () => {
  const course = opened(depot({ ...page(CHOICE), 'cohorts/nord.yaml': 'title: Nord\n' }));
  const measured = (more: object) => resolveAndFit(course, course.modules, { ...request, ...more }, engine, new Diagnostics());
  expect(measured({}).map(({ module, cohort, size }) => [module.module.id, cohort?.name, typeof size])).toEqual([
    ['rames', undefined, 'object'],
    ['rames', 'nord', 'object'],
  ]);
  expect(measured({ cohorts: ['nord'] }).map(({ cohort }) => cohort?.name)).toEqual(['nord']);
});

const LARGE = Array.from({ length: 12 }, (_, n) => `:::open-question{#recit-${n} max-characters=400}\nUn récit ?\n:::\n`).join('\n');

test('a course that is one SCO is measured as a whole, if its package is asked for', () => {
  const half = (id: string) =>
    `---\nid: ${id}\ntitle: ${id}\ncompletion: visited\n---\n\n# ${id} {#p-${id}}\n\n${LARGE.replaceAll('recit', id)}`;
  const day = courseFile(['matin', 'soir'], 'profile: strict\n');
  const files = { 'matin.md': half('matin'), 'soir.md': half('soir') };
  const one = opened(dayProject({ ...files, 'course.yaml': day }));
  const codes = (more: object, course = one, diagnostics = new Diagnostics()): string[] => {
    resolveAndFit(course, course.modules, { ...request, ...more }, engine, diagnostics);
    return diagnostics.list.map(({ code }) => code);
  };
  expect([codes({}).length > 0, codes({ coursePackages: false }), codes({ targets: ['scorm2004-4'] })]).toEqual([true, [], []]);
  const failed = new Diagnostics();
  failed.error('bad-value', { file: 'a.md', line: 1, column: 1 });
  expect(codes({}, one, failed)).toEqual(['bad-value']);
  // Of several items each has a limit of its own.
  expect(codes({}, opened(dayProject({ ...files, 'course.yaml': day.replace('package: one-sco\n', '') })))).toEqual([]);
});

test('a session, or a course that is one SCO, is rendered for a cohort', () => {
  const course = opened(
    depot({
      ...page(`À {{heure}}.\n\n${CHOICE}`),
      'course.yaml': 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames]\nvariables: { heure: midi }\n',
      'cohorts/nord.yaml': 'title: Nord\nvariables: { heure: minuit }\n',
    }),
  );
  const [module] = course.modules;
  const [nord] = cohortsOf(course.source, ['nord']);
  if (!module || !nord) throw new Error('no module');
  const textOf = (cohort: Cohort | null): string =>
    filesOf(course, module, cohort, 'web', engine)
      .flatMap((entry) => ('data' in entry ? Buffer.from(entry.data as string).toString() : []))
      .join('\n');
  expect([/À\smidi/.test(textOf(null)), /À\sminuit/.test(textOf(nord)), /À\smidi/.test(textOf(nord))]).toEqual([true, true, false]);
  const rendered = renderFor(course, module, null, engine);
  expect([rendered.content.id, rendered.size]).toEqual(['rames', expect.anything()]);
  const day = opened(dayProject());
  expect(renderFor(day, null, null, engine).content.chapters).toHaveLength(2);
  const north = opened(dayProject({ 'cohorts/nord.yaml': 'title: Nord\nmodules: { matin: { title: Le matin du nord } }\n' }));
  const [cohort = null] = cohortsOf(north.source, ['nord']);
  const titles = [null, cohort].map((one) => renderFor(north, null, one, engine).content.chapters?.[0]?.title);
  expect(titles).toEqual(['Le matin', 'Le matin du nord']);
  const files = (['web', 'scorm12'] as const).map((target) => filesOf(day, null, null, target, engine));
  expect(files[0]?.map(({ name }) => name)).toContain('index.html');
  // Each target has a script of its own.
  expect(files[0]).not.toEqual(files[1]);
});
