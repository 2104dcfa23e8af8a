import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { isInClone, newActivity, titleOf } from '../../build/cli/new-activity.ts';

const root = process.cwd();
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cartable-types-'));
});
const context = (more: object = {}): CommandContext =>
  ({
    root,
    project,
    program: '/none',
    types: join(project, 'types'),
    language: 'fr',
    engine: { types: new Map([['choice', {}]]) },
    ...more,
  }) as unknown as CommandContext;
const made = (name: string): readonly string[] => {
  const files = newActivity(name, context());
  if (typeof files === 'string') throw new Error(files);
  return files.map((path) => relative(join(project, 'types'), path).replaceAll('\\', '/')).sort();
};

test.each([
  ['pain-perdu', 'Pain perdu'],
  ['tri', 'Tri'],
  ['a-b-c', 'A b c'],
])('%s has the title %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test('a clone is Cartable’s own folder, and what is in it', () => {
  const at = (path: string): boolean => isInClone(context({ project: path }));
  expect([at(root), at(join(root, 'docs')), at(join(root, '..')), at(`${root}-2`), at(tmpdir())]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isInClone(context({ root: tmpdir(), project: tmpdir() }))).toBe(false);
});

describe('in a project', () => {
  test('the type is a folder of types/ with everything but the test', () => {
    const names = readdirSync(join(root, 'templates/_new'))
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => `tri/${name.replace('new-type', 'tri')}`);
    expect(made('tri')).toEqual(names.sort());
    expect(names).toContain('tri/type.ts');
  });

  test('its files have its name and title, not the skeleton’s', () => {
    for (const file of made('pain-perdu')) {
      const text = readFileSync(join(project, 'types', file), 'utf8');
      expect(text).not.toMatch(/new-type|New type|'_new'/);
    }
    const strings = readFileSync(join(project, 'types/pain-perdu/strings.json'), 'utf8');
    expect(strings).toContain('Pain perdu');
  });

  test('its scripts import Cartable by name, each module once', () => {
    for (const file of made('tri').filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(join(project, 'types', file), 'utf8');
      const modules = [...text.matchAll(/from '([^']+)'/g)].map(([, module = '']) => module);
      const ours = modules.filter((module) => module.startsWith('cartable/'));
      expect(modules.filter((module) => module.startsWith('../') || module === 'zod')).toEqual([]);
      expect(ours).toEqual([...new Set(ours)]);
    }
    const type = readFileSync(join(project, 'types/tri/type.ts'), 'utf8');
    expect(type).toMatch(/^import \{ [^}]*\bz\b[^}]* \} from 'cartable\/types';\n/);
    expect(readFileSync(join(project, 'types/tri/runtime.ts'), 'utf8')).toContain("from 'cartable/runtime'");
    expect(readFileSync(join(project, 'types/tri/scoring.ts'), 'utf8')).toContain('import { type ');
  });

  test('a type that is there, in the project or in Cartable, is not replaced', () => {
    mkdirSync(join(project, 'types/tri'), { recursive: true });
    expect(newActivity('tri', context())).toContain('tri');
    expect(newActivity('tri', context())).toContain(relative(process.cwd(), join(project, 'types/tri')));
    expect(newActivity('choice', context())).toContain('Cartable, templates/choice');
    expect(readdirSync(join(project, 'types/tri'))).toEqual([]);
  });
});
