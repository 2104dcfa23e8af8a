import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../build/diagnostics/diagnostics.ts';
import { Memo } from '../build/memo.ts';
import { LOCK_FILE } from '../build/model/lock.ts';
import { cohortsOf } from '../build/model/selection.ts';
import { filesOf, openCourse, renderFor, resolveAndFit } from '../build/open-course.ts';
import { writeLock } from '../build/stages/number/lock.ts';
import { depot, type Files, rames } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { dayProject } from './helpers/one-course.ts';

function open(project: string, provisional = true, own = engine, memo?: Memo) {
  const diagnostics = new Diagnostics();
  const course = openCourse(join(project, 'modules/depot'), { provisional }, own, diagnostics, memo);
  if (!course) throw new Error('no course');
  const found = diagnostics.list.map(
    ({ code, severity, at }) => `${severity} ${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line}`,
  );
  return { course, found, list: diagnostics.list };
}
const page = (text: string): Files => rames(`# Le quai {#quai}\n\n${text}\n`);
/** The second of its sessions has no text. */
const COURSE = 'id: depot\ntitle: Dépôt\nlang: fr\npace: page\nmodules: [rames, absent]\n';
const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
const OPEN = CHOICE.replace('{#frein}', '');

test('mistakes of a cohort don’t hide those of a session', () => {
  expect(open(depot({ ...page('::choix'), 'cohorts/nord.yaml': 'titre: Nord\n' })).found).toEqual([
    'error unknown-key cohorts/nord.yaml:1',
    'error unknown-directive rames.md:8',
  ]);
});

test('what is remembered of a preview isn’t what a build needs', () => {
  const project = depot(page(OPEN));
  const memo = new Memo();
  const levels = [true, false, true].map((provisional) => open(project, provisional, engine, memo).found);
  expect(levels).toEqual([['warning missing-id rames.md:8'], ['error missing-id rames.md:8'], ['warning missing-id rames.md:8']]);
});

test('the id of an activity that is gone is not suggested again', () => {
  const gone = { id: 'quel-frein', type: 'choice', gone: true as const, parts: [] };
  const lock = writeLock({ version: 2, line: 'tests', modules: { rames: { pages: ['quai'], activities: [gone] } } });
  const suggested = (files: Files) => open(depot({ ...page(OPEN), ...files })).list.map(({ values }) => values.suggestion);
  expect([suggested({}), suggested({ [LOCK_FILE]: lock })]).toEqual([['{#quel-frein}'], ['{#quel-frein-2}']]);
});

test('a session that is listed is known, though its text isn’t there', () => {
  const files = { ...page('::scale{#a again="absent/x"}\n\n::scale{#b again="autre/x"}'), 'course.yaml': COURSE };
  expect(open(depot(files)).found).toEqual(['error missing-module course.yaml:5', 'error unknown-module rames.md:10']);
});

test.each(['facts', 'factsBehind', 'list', 'read'] as const)('%s of a file are asked for once, whatever sessions use it', (kind) => {
  const picture = '![Plan](assets/plan.svg)';
  const soir = `---\nid: absent\ntitle: Soir\ncompletion: visited\n---\n# Le soir {#le-soir}\n\n${picture}\n`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const project = depot({ ...page(`${picture}\n\n${picture}`), 'absent.md': soir, 'course.yaml': COURSE, 'assets/plan.svg': svg });
  const asked: string[] = [];
  const look = (path: string): never => {
    asked.push(path.replace(/^.*modules\//, ''));
    return engine.host.files[kind](path) as never;
  };
  expect(open(project, true, { ...engine, host: { ...engine.host, files: { ...engine.host.files, [kind]: look } } }).found).toEqual([]);
  expect([asked.length > 0, asked]).toEqual([true, [...new Set(asked)]]);
});

const request = { targets: ['scorm12' as const], cohorts: [], names: [], coursePackages: true };
const LARGE = Array.from({ length: 24 }, (_, n) => `:::open-question{#recit-${n} max-characters=400}\nUn récit ?\n:::\n`).join('\n');

test('only the sessions that are asked for are measured, and only for the targets of the course', () => {
  const course = (more: string) =>
    open(depot({ ...page(LARGE), 'course.yaml': `${COURSE.replace(', absent', '')}profile: strict\n${more}` })).course;
  const measured = (more: string, modules = course(more).modules) => {
    const diagnostics = new Diagnostics();
    const fitted = resolveAndFit(course(more), modules, request, engine, diagnostics);
    return [fitted.length, diagnostics.list.length > 0];
  };
  expect([measured(''), measured('targets: [web]\n'), measured('', [])]).toEqual([
    [1, true],
    [1, false],
    [0, false],
  ]);
});

test('a cohort has the theme of its own, in a session and in a course that is one SCO', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const more = {
    'cohorts/nord.yaml': 'title: Nord\ntheme: { accent: "#123456", logo: assets/nord.svg }\n',
    'assets/nord.svg': svg,
  };
  const files = (project: string, isWhole: boolean) => {
    const { course } = open(project);
    const [base = null, nord = null] = cohortsOf(course.source, []);
    const module = isWhole ? null : (course.modules[0] ?? null);
    return [base, nord].map((cohort) => {
      const entries = filesOf(course, module, cohort, 'web', engine);
      const texts = entries.flatMap((entry) => ('data' in entry ? Buffer.from(entry.data as string).toString() : []));
      const { html } = renderFor(course, module, cohort, engine);
      const pictures = entries.map(({ name }) => name).filter((name) => name.endsWith('.svg'));
      return [pictures, texts.some((text) => text.includes('#123456')), html.includes('class="c-logo"')];
    });
  };
  for (const [project, isWhole] of [
    [depot({ ...page(CHOICE), ...more }), false],
    [dayProject(more), true],
  ] as const)
    expect(files(project, isWhole)).toEqual([
      [[], false, false],
      [[expect.stringMatching(/nord-\w+\.svg$/)], true, true],
    ]);
});
