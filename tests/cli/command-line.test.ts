import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine, quoted } from '../../build/cli/command-line.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const HOME = '/home/mia/Mes cours é';
const BIN = `${HOME}/node_modules/.bin/cartable`;
const CLONE = '/home/mia/cartable/build/cartable.cjs';
const NPX = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'cartable'" };

describe('a command is named as the program was started', () => {
  test.each([
    ['by npx', NPX, BIN, HOME, 'npx cartable preview'],
    ['by npx of npm 11, installed beside the courses', { ...NPX, npm_config_yes: '' }, BIN, HOME, 'npx cartable preview'],
    ['by npx that may install nothing', { ...NPX, npm_config_yes: '' }, CLONE, '/home/mia/cartable', 'npx --no cartable preview'],
    ['by npx that asks nothing', { ...NPX, npm_config_yes: 'true' }, BIN, HOME, 'npx cartable preview'],
    ['by npx that asks nothing, in a clone', { ...NPX, npm_config_yes: 'true' }, CLONE, '/home/mia/cartable', 'npx cartable preview'],
    ['by hand, installed beside the courses', {}, BIN, HOME, 'npx cartable preview'],
    ['by hand, in a folder below', {}, BIN, `${HOME}/2027`, 'npx cartable preview'],
    ['by hand, as the file of the package', {}, `${HOME}/node_modules/cartable/build/cartable.cjs`, HOME, 'npx cartable preview'],
    ['by hand, installed beside other courses', {}, BIN, '/home/mia', 'cartable preview'],
    [
      'by the file of a package beside other courses',
      {},
      '/m/node_modules/cartable/build/cartable.cjs',
      '/n',
      'node /m/node_modules/cartable/build/cartable.cjs preview',
    ],
    [
      'inside a script that calls another program',
      { npm_lifecycle_event: 'x', npm_lifecycle_script: 'my-cartable build' },
      CLONE,
      '/home/mia/cartable',
      'node build/cartable.cjs preview',
    ],
    [
      'beside a script of a longer name',
      { npm_lifecycle_event: 'x', npm_lifecycle_script: 'cartable-x build' },
      CLONE,
      '/home/mia/cartable',
      'node build/cartable.cjs preview',
    ],
    [
      'by a path in a script',
      { npm_lifecycle_event: 'x', npm_lifecycle_script: 'node_modules/.bin/cartable' },
      BIN,
      HOME,
      'npx cartable preview',
    ],
    ['by a name that the whole machine has', {}, '/usr/local/bin/cartable', HOME, 'cartable preview'],
    ['by node in a clone', {}, CLONE, '/home/mia/cartable', 'node build/cartable.cjs preview'],
    ['by node beside a clone', {}, CLONE, '/home/mia/cours', 'node ../cartable/build/cartable.cjs preview'],
    ['by node where the way up is no shorter', {}, '/abcd/s.cjs', '/abcd/x/y', 'node /abcd/s.cjs preview'],
    ['by node far from a clone', {}, CLONE, '/srv/a/b/c/d', `node ${CLONE} preview`],
    [
      'by a path with a space',
      {},
      '/home/mia/le cartable/build/cartable.cjs',
      '/home/mia/x',
      'node "../le cartable/build/cartable.cjs" preview',
    ],
    ['inside what npm started', { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'vitest run' }, BIN, HOME, 'npx cartable preview'],
  ])('%s', (_, env, script, folder, expected) => {
    expect(commandLine('preview', { env, script, folder })).toBe(expected);
  });
});

test('a path is quoted where a shell would split or read it', () => {
  const paths = ['C:/a/b.cjs', '../a-b/c_d.cjs', '/a@2/b.cjs', 'a b', 'é', 'a&b', 'a$b'];
  expect(paths.map(quoted)).toEqual([...paths.slice(0, 3), ...paths.slice(3).map((path) => `"${path}"`)]);
});

describe('of a script of npm', () => {
  const scripts = {
    verifier: 'cartable validate',
    controle: 'cartable validate --watch',
    liste: 'cartable list',
    list: 'cartable list --all',
    build: 'cartable build --sheets',
    all: 'cartable ids && cartable validate && cartable build',
  };
  const project = makeProject({ 'package.json': JSON.stringify({ scripts }) });
  const start = (script: string, npm_package_json = join(project, 'package.json')) => ({
    env: { npm_lifecycle_event: 'build', npm_lifecycle_script: script, npm_package_json },
    script: BIN,
    folder: HOME,
  });

  test.each([
    ['build', 'npm run build'],
    ['build --frozen', 'npm run build -- --frozen'],
    ['validate', 'npm run verifier'],
    ['list', 'npm run list'],
    ['ids --write', 'npx cartable ids --write'],
    ['help', 'npx cartable help'],
  ])('%s is %s', (args, expected) => {
    expect(commandLine(args, start('cartable build --sheets'))).toBe(expected);
  });

  test('a script may begin or end with the name of the program', () => {
    for (const script of ['cartable', 'npx cartable', 'cartable build']) expect(commandLine('build', start(script))).toBe('npm run build');
  });

  test('a clone calls its own file where it has no script', () => {
    expect(commandLine('ids --write', start('node build/cartable.cjs build --sheets'))).toBe('node build/cartable.cjs ids --write');
    expect(commandLine('ids', start('node "../le cartable/build/cartable.cjs" build'))).toBe(
      'node "../le cartable/build/cartable.cjs" ids',
    );
  });

  test('there may be no package.json to look into, and no script in it', () => {
    const bare = makeProject({ 'package.json': '{}' });
    expect(commandLine('build', start('cartable build', join(bare, 'package.json')))).toBe('npx cartable build');
    expect(commandLine('build', start('cartable build', join(project, 'none.json')))).toBe('npx cartable build');
  });
});
