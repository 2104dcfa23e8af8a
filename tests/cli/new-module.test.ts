import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { newModule } from '../../build/cli/new-module.ts';
import { sessionText } from '../../build/cli/skeletons.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { partOf } from '../../build/host/node/part-of.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

function create(id: string, course?: string, files = {}) {
  const project = depot(files);
  const modules = join(project, 'modules');
  const context = { engine, language: 'fr', modules, project, command: (args: string) => `cartable ${args}` } as unknown as CommandContext;
  return { folder: join(modules, 'depot'), context, made: newModule(id, 'Les quais', course, context) };
}

it('writes a session, and adds it to the list of its course', () => {
  const { folder, made } = create('quais');
  expect(made).toEqual([join(folder, 'quais.md'), join(folder, 'course.yaml')]);
  expect(readFileSync(join(folder, 'quais.md'), 'utf8')).toMatch(/title: .*Les quais/);
  expect(readFileSync(join(folder, 'course.yaml'), 'utf8')).toContain('modules: [rames, quais]');
});

it('changes nothing if the session, or an id that it would begin with, is taken', () => {
  const [inside = ''] = [...sessionText({ id: 'quais', title: 'Les quais' }, 'fr').matchAll(/\{#([a-z0-9-]+)/g)].map(([, id]) => id);
  for (const id of ['quais', inside]) {
    const { folder, made } = create('quais', undefined, rames(`# Page {#${id}}\n\nUne rame.\n`));
    expect([id, made, existsSync(join(folder, 'quais.md'))]).toEqual([id, expect.stringContaining(`« ${id} »`), false]);
  }
  expect(create('rames').made).toMatch(/« rames »/);
});

const shown = (folder: string, name: string): string => relative(process.cwd(), join(folder, name));

it('changes nothing if the session’s file is there, or the list of sessions can’t be added to', () => {
  const there = create('rames');
  expect(there.made).toBe(fill(strings.fr.exists, { name: 'rames', path: shown(there.folder, 'rames.md') }));
  for (const yaml of ['id: depot\ntitle: Dépôt\n', 'id: depot\nmodules: []\n']) {
    const { folder, made } = create('quais', undefined, { 'course.yaml': yaml });
    expect(made).toBe(fill(strings.fr.noModules, { path: shown(folder, 'course.yaml') }));
    expect([existsSync(join(folder, 'quais.md')), readFileSync(join(folder, 'course.yaml'), 'utf8')]).toEqual([false, yaml]);
  }
});

it('changes nothing if a folder stands in place of the course’s file', () => {
  const { context, folder } = create('quais');
  rmSync(join(folder, 'course.yaml'));
  mkdirSync(join(folder, 'course.yaml'));
  expect(newModule('voies', 'Les voies', undefined, context)).toBe(fill(strings.fr.noModules, { path: shown(folder, 'course.yaml') }));
  expect(existsSync(join(folder, 'voies.md'))).toBe(false);
});

it('leaves no session that its course doesn’t list', () => {
  const project = depot({});
  const folder = join(project, 'modules/depot');
  const before = readFileSync(join(folder, 'course.yaml'), 'utf8');
  // The temporary file of the course can't be written.
  mkdirSync(partOf(join(folder, 'course.yaml')));
  const context = { engine, language: 'fr', modules: join(project, 'modules'), project } as unknown as CommandContext;
  expect(() => newModule('quais', 'Les quais', undefined, context)).toThrow();
  expect([existsSync(join(folder, 'quais.md')), readFileSync(join(folder, 'course.yaml'), 'utf8')]).toEqual([false, before]);
});

it('needs to know which course is meant', () => {
  expect(create('quais', 'depot').made).toHaveLength(2);
  expect(create('quais', 'depots').made).toMatch(/« depots ».*depot/s);
  const { context, folder } = create('quais');
  rmSync(folder, { recursive: true });
  expect(newModule('quais', 'Les quais', undefined, context)).toMatch(/cartable new course/);
});
