import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { emptyCourse, newCourse } from '../../build/cli/new-course.ts';
import { bankText, cohortText, courseText, sessionText } from '../../build/cli/skeletons.ts';
import { fill, strings } from '../../build/cli/strings.ts';

function context(language: 'fr' | 'en' = 'fr') {
  const project = mkdtempSync(join(tmpdir(), 'cartable-nouveau-'));
  return { project, modules: join(project, 'modules'), root: join(project, 'node_modules/cartable'), language } as CommandContext;
}
const made = (files: readonly string[] | string, project: string) =>
  typeof files === 'string' ? files : files.map((file) => relative(project, file));

test.each([
  ['fr', 'seance-1', 'promotion-1', 'Séance 1'],
  ['en', 'session-1', 'cohort-1', 'Session 1'],
] as const)('a course in %s: a session, a bank, a cohort, and a package', (language, session, cohort, title) => {
  const where = context(language);
  const files = ['course.yaml', `${session}.md`, 'banks/questions.md', `cohorts/${cohort}.yaml`].map((file) => `modules/pain/${file}`);
  expect(made(newCourse('pain', 'Le pain', where), where.project)).toEqual([...files, 'package.json']);
  const read = (file: string) => readFileSync(join(where.project, file), 'utf8');
  const schema = (up: string, name: string) => `${up}/node_modules/cartable/docs/schemas/${language === 'fr' ? '' : 'en/'}${name}.json`;
  expect(files.map(read)).toEqual([
    courseText({ id: 'pain', title: 'Le pain', module: session, schema: schema('../..', 'course') }, language),
    sessionText({ id: session, title, bank: 'banks/questions.md' }, language),
    bankText(language),
    cohortText(schema('../../..', 'cohort'), language),
  ]);
});

test('a course without sessions names its schema, and has no session', () => {
  const where = context('en');
  const text = emptyCourse({ id: 'pain', title: 'Bread', folder: join(where.modules, 'pain') }, where);
  const schema = '../../node_modules/cartable/docs/schemas/en/course.json';
  expect(text).toBe(courseText({ id: 'pain', title: 'Bread', module: '', schema }, 'en'));
});

test('a project keeps its package, and a course that is there its files', () => {
  const where = context();
  writeFileSync(join(where.project, 'package.json'), '{}');
  expect(made(newCourse('pain', 'Le pain', where), where.project)).toHaveLength(4);
  expect(newCourse('pain', 'Autre', where)).toBe(
    fill(strings.fr.exists, { name: 'pain', path: relative(process.cwd(), join(where.modules, 'pain')) }),
  );
});

test('if a file can not be written, none is left', () => {
  const where = context();
  mkdirSync(where.modules);
  mkdirSync(join(where.project, 'package.json.part'));
  writeFileSync(join(where.project, 'bloc'), '');
  const blocked = { ...where, project: join(where.project, 'bloc') };
  expect(() => newCourse('pain', 'Le pain', blocked)).toThrow();
  expect([existsSync(join(where.modules, 'pain')), readdirSync(where.modules)]).toEqual([false, []]);
});
