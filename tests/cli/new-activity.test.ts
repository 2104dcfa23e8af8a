import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

test('in a clone, the type is a folder of templates/, with its test and what is below, and imports as they are', () => {
  const clone = mkdtempSync(join(tmpdir(), 'cartable-clone-'));
  const skeleton = join(clone, 'templates/_new');
  mkdirSync(join(skeleton, 'assets'), { recursive: true });
  const files = {
    'type.ts': "import { z } from '../../build/types/x.ts';\nexport const name = 'new-type'; // New type, New type\n",
    'new-type.test.ts': "mount('_new');\n",
    'assets/new-type.svg': '<svg/>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(skeleton, name), text);
  const paths = newActivity('tri-fin', context({ root: clone, project: clone }));
  if (typeof paths === 'string') throw new Error(paths);
  const made = Object.fromEntries(paths.map((path) => [relative(join(clone, 'templates/tri-fin'), path), readFileSync(path, 'utf8')]));
  expect(made).toEqual({
    'type.ts': "import { z } from '../../build/types/x.ts';\nexport const name = 'tri-fin'; // Tri fin, Tri fin\n",
    'tri-fin.test.ts': "mount('tri-fin');\n",
    'assets/tri-fin.svg': '<svg/>',
  });
  expect(newActivity('tri-fin', context({ root: clone, project: clone }))).toContain(
    relative(process.cwd(), join(clone, 'templates/tri-fin')),
  );
});

test('an installed program has the skeleton beside it', () => {
  const program = mkdtempSync(join(tmpdir(), 'cartable-program-'));
  mkdirSync(join(program, 'new-type'));
  writeFileSync(
    join(program, 'new-type/type.ts'),
    "import * as z from 'zod';\nimport type { A, B } from '../../src/model/x.ts';\nimport { c } from '../../src/model/y.ts';\nz;\n",
  );
  newActivity('tri', context({ root: join(program, 'none'), program }));
  expect(readFileSync(join(project, 'types/tri/type.ts'), 'utf8')).toBe(
    "import { z } from 'cartable/types';\nimport { type A, type B, c } from 'cartable/scoring';\nz;\n",
  );
});
