import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { reportExport, TypeCompiler } from '../../build/own-types/compile-type.ts';
import type { Compiler } from '../../build/own-types/compiler.ts';
import type { TypeFolder } from '../../build/own-types/type-folders.ts';
import { styleOptions } from '../../build/toolchain/script-options.ts';

interface Asked {
  readonly stdin: { readonly contents: string; readonly resolveDir: string; readonly sourcefile: string; readonly loader: string };
  readonly [option: string]: unknown;
}

let path = '';
let asked: Asked[];
let answer: () => unknown;
let diagnostics: Diagnostics;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'cartable-type-'));
  asked = [];
  answer = () => ({});
  diagnostics = new Diagnostics();
});

/** Shared pieces that scripts may import. */
const shared = { 'widgets/mark': { exports: ['mark'], uses: ['widgets/element'] } };

function open(files: Readonly<Record<string, string>>): { compiler: TypeCompiler; folder: TypeFolder } {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  const esbuild = {
    build: async (options: Asked) => {
      asked.push(options);
      return answer();
    },
    transform: async (text: string, options: { loader: string }) => {
      asked.push(options as unknown as Asked);
      return { code: `${options.loader}(${text})` };
    },
  } as unknown as Compiler;
  const folder: TypeFolder = { name: 'tri', path, files: new Set(Object.keys(files)) };
  return { compiler: new TypeCompiler(esbuild, '/projet', shared, diagnostics), folder };
}
const FILES = { 'type.ts': '', 'scoring.ts': '', 'strings.json': '{}', 'template.hbs': '<p>{{a}}</p>', 'runtime.ts': '' };
const reported = () => diagnostics.list.map(({ code, at, values }) => [code, at.file, at.line, at.column, values.why ?? values.name]);

describe('the code that the build runs', () => {
  const output = {
    outputFiles: [
      { path: 'type.cjs.map', text: 'MAP' },
      { path: 'type.cjs', text: 'CODE' },
    ],
  };

  test('is one script with the type, its scoring, its strings and its templates', async () => {
    const { compiler, folder } = open(FILES);
    answer = () => output;
    expect(await compiler.buildCode(folder)).toEqual({ text: 'CODE', map: 'MAP', path: join(path, 'type.cjs') });
    const [{ stdin, ...options } = {} as Asked] = asked;
    const lines = stdin.contents.split('\n');
    expect(lines[0]).toBe(`export * as type from ${JSON.stringify(join(path, 'type.ts'))};`);
    expect(lines[1]).toBe(`export * as scoring from ${JSON.stringify(join(path, 'scoring.ts'))};`);
    expect(lines[2]).toBe(`export { default as strings } from ${JSON.stringify(join(path, 'strings.json'))};`);
    expect(stdin.contents).toMatch(/export const template = \{[\s\S]+, print = null;$/);
    expect([stdin.resolveDir, stdin.loader, stdin.sourcefile]).toEqual([path, 'ts', 'cartable-entry.ts']);
    expect(options).toMatchObject({
      platform: 'node',
      format: 'cjs',
      bundle: true,
      write: false,
      absWorkingDir: '/projet',
      tsconfigRaw: '{}',
      charset: 'utf8',
      logLevel: 'silent',
      target: 'node20',
      sourcemap: 'external',
      outfile: join(path, 'type.cjs'),
      plugins: [{ name: 'for-build' }],
      logOverride: { 'import-is-undefined': 'silent' },
    });
  });

  test('has a template for paper, if there is one', async () => {
    const { compiler, folder } = open({ ...FILES, 'print.hbs': '<b>{{b}}</b>' });
    answer = () => output;
    await compiler.buildCode(folder);
    expect(asked[0]?.stdin.contents).toMatch(/template = \{[\s\S]+<p>[\s\S]+\}, print = \{[\s\S]+<b>[\s\S]+\};$/);
  });

  test('needs no scoring', async () => {
    const { 'scoring.ts': _, ...files } = FILES;
    const { compiler, folder } = open(files);
    answer = () => output;
    await compiler.buildCode(folder);
    expect(asked[0]?.stdin.contents).toContain('export const scoring = null;');
  });

  test.each(['type.ts', 'strings.json'])('is none without %s', async (name) => {
    const files = Object.fromEntries(Object.entries(FILES).filter(([file]) => file !== name));
    const { compiler, folder } = open(files);
    expect([await compiler.buildCode(folder), asked.length]).toEqual([null, 0]);
  });

  test('is none without its type, whose templates are checked all the same', async () => {
    const { compiler, folder } = open({ 'template.hbs': '{{nothing of}}', 'print.hbs': '\n{{nothing of}}' });
    expect([await compiler.buildCode(folder), asked.length]).toEqual([null, 0]);
    expect(reported().map(([code, file, line]) => [code, file, line])).toEqual([
      ['type-code', join(path, 'template.hbs'), 1],
      ['type-code', join(path, 'print.hbs'), 2],
    ]);
  });

  test.each([[[]], [output.outputFiles.slice(0, 1)], [output.outputFiles.slice(1)]])(
    'is none if the compiler gives %j',
    async (outputFiles) => {
      const { compiler, folder } = open(FILES);
      answer = () => ({ outputFiles });
      expect(await compiler.buildCode(folder)).toBeNull();
    },
  );

  test('has no template that doesn’t compile, which is reported with its place', async () => {
    const { compiler, folder } = open({ ...FILES, 'template.hbs': '<p>\n  {{nothing of}}' });
    answer = () => output;
    await compiler.buildCode(folder);
    expect(asked[0]?.stdin.contents).toContain('export const template = null, print = null;');
    expect(asked).toHaveLength(1);
    expect(reported()).toEqual([['type-code', join(path, 'template.hbs'), 2, 3, expect.any(String)]]);
  });
});

describe('the script for pages', () => {
  const result = (text: string) => () => ({ outputFiles: [{ text }], metafile: { inputs: {}, outputs: {} } });

  test('scores and mounts; for later pages it only scores', async () => {
    const { compiler, folder } = open(FILES);
    answer = result(' CODE\n');
    expect(await compiler.piece(folder)).toEqual({ file: 'type.tri.js', text: 'CODE', uses: [], packages: [] });
    expect((await compiler.piece(folder, true))?.file).toBe('scoring.tri.js');
    expect([asked[0]?.stdin.contents.includes('runtime.ts'), asked[1]?.stdin.contents.includes('runtime.ts')]).toEqual([true, false]);
    expect(asked.every(({ stdin }) => stdin.contents.includes('scoring.ts'))).toBe(true);
  });

  test('names the pieces and the packages that it needs', async () => {
    const { compiler, folder } = open(FILES);
    const inputs = { 'shared:widgets/mark': { bytesInOutput: 3 }, 'node_modules/open/index.js': { bytesInOutput: 9 } };
    answer = () => ({ outputFiles: [{ text: '' }], metafile: { inputs: {}, outputs: { 'type.js': { inputs } } } });
    expect(await compiler.piece(folder)).toMatchObject({ uses: ['widgets/element', 'widgets/mark'], packages: ['node_modules/open'] });
    expect(asked[0]).toMatchObject({ absWorkingDir: '/projet', minify: true, write: false, plugins: [{ name: 'for-pages' }] });
    expect([asked[0]?.stdin.resolveDir, asked[0]?.stdin.loader]).toEqual([path, 'ts']);
  });

  test('is none if the compiler gives no facts', async () => {
    const { compiler, folder } = open(FILES);
    expect(await compiler.piece(folder)).toBeNull();
    answer = () => ({ metafile: { inputs: {}, outputs: {} } });
    expect((await compiler.piece(folder))?.text).toBe('');
  });
});

test('styles are compiled, if there are any', async () => {
  const { compiler, folder } = open({ 'style.css': 'p {}' });
  expect([await compiler.style(folder), await compiler.style({ ...folder, files: new Set() })]).toEqual(['css(p {})', '']);
  expect(asked).toEqual([styleOptions]);
  expect(styleOptions).toMatchObject({ minify: true });
});

describe('mistakes of the compiler', () => {
  const failWith =
    (...errors: readonly object[]) =>
    () => {
      throw Object.assign(new Error('build failed'), { errors });
    };

  test('are reported at their place, columns from 1', async () => {
    const { compiler, folder } = open(FILES);
    answer = failWith(
      { text: 'Expected ";"', location: { file: 'types/tri/type.ts', line: 3, column: 4 } },
      { text: 'Bad', location: null },
    );
    expect(await compiler.piece(folder)).toBeNull();
    expect(reported()).toEqual([
      ['type-code', join('/projet', 'types/tri/type.ts'), 3, 5, 'Expected ";"'],
      ['type-code', join(path, 'type.ts'), 1, 1, 'Bad'],
    ]);
  });

  test('in the generated entry mean that the script exports no mount', async () => {
    const { compiler, folder } = open(FILES);
    answer = failWith({ text: 'No matching export', location: { file: 'x/cartable-entry.ts', line: 1, column: 0 } });
    await compiler.piece(folder);
    expect(reported()).toEqual([['type-export-missing', join(path, 'runtime.ts'), 1, 1, 'mount']]);
  });

  test('name the folder where there is no script', async () => {
    const { compiler, folder } = open({});
    answer = failWith({ text: 'No matching export', location: { file: 'x/cartable-entry.ts', line: 1, column: 0 } }, { text: 'Bad' });
    expect(await compiler.piece(folder)).toBeNull();
    expect(reported()).toEqual([
      ['type-export-missing', path, 1, 1, 'mount'],
      ['type-code', path, 1, 1, 'Bad'],
    ]);
  });

  test('of another kind are thrown', async () => {
    const { compiler, folder } = open(FILES);
    answer = () => {
      throw new Error('no memory');
    };
    await expect(compiler.piece(folder)).rejects.toThrow('no memory');
    expect(reported()).toEqual([]);
  });
});

test.each([
  ['definition', 'export const definition = defineType({ … });'],
  ['mount', 'export function mount(root, context) { … }'],
  ['score', 'export function score(options, answer) { … }'],
  ['report', 'export function report(options, answer) { … }'],
  ['slots', 'export function slots(options) { … }'],
])('a missing %s has an example to write', (name, example) => {
  reportExport('/types/tri/x.ts', name, diagnostics);
  expect(diagnostics.list[0]).toMatchObject({
    code: 'type-export-missing',
    at: { file: '/types/tri/x.ts', line: 1, column: 1 },
    values: { name, example },
  });
});
