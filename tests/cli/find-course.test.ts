import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { findCourse, hasCourses } from '../../build/cli/find-course.ts';
import { engine } from '../helpers/engine.ts';

function project(...courses: readonly string[]): CommandContext {
  const modules = join(mkdtempSync(join(tmpdir(), 'cartable-find-')), 'modules');
  mkdirSync(modules);
  for (const course of courses) {
    mkdirSync(join(modules, course));
    writeFileSync(join(modules, course, 'course.yaml'), `id: ${course}\ntitle: ${course}\nmodules: [a]\n`);
  }
  return { engine, modules, language: 'fr', command: (args: string) => `cartable ${args}` } as unknown as CommandContext;
}
const found = (name: string | undefined, ...courses: readonly string[]): string => {
  const result = findCourse(name, project(...courses));
  return typeof result === 'string' ? result : `> ${basename(result.folder)}`;
};

test('the only course needs no name', () => {
  expect([found(undefined, 'depot'), found('depot', 'depot'), found('pain', 'depot', 'pain'), found('depot', 'depot', 'pain')]).toEqual([
    '> depot',
    '> depot',
    '> pain',
    '> depot',
  ]);
});

test('one of several must be named, and the sentence names them', () => {
  const message = found(undefined, 'depot', 'pain');
  expect(message).toMatch(/depot.*pain/);
  expect(message).not.toMatch(/^>/);
});

test('an unknown name is reported, with those that there are', () => {
  expect(found('tram', 'depot')).toMatch(/tram.*depot/);
  expect(found('dep', 'depot')).not.toMatch(/^>/);
});

test('a project without a course says how to begin', () => {
  for (const name of [undefined, 'depot']) expect(found(name)).toMatch(/(?<!\{)cartable new course(?!.*\})/);
  expect([hasCourses(project()), hasCourses(project('depot'))]).toEqual([false, true]);
});
