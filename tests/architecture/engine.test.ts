import { builtinModules } from 'node:module';
import { build, transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';
import { importsOf, reachedFrom, textOf } from './imports.ts';

/** The engine: what a build runs on Node and in a browser alike. */
const engine = [...reachedFrom(['build/pipeline.ts', 'build/host/browser/engine.ts'])].sort();

/** A name of Node that no browser knows, outside of comments and texts. */
const NODE_ONLY = /(?<![.\w'"`-])(?:Buffer|process|require|__dirname|__filename|setImmediate)(?=\s*[.([])/g;

test('the engine has all stages, forms and types', () => {
  const has = (pattern: RegExp): boolean => engine.some((file) => pattern.test(file));
  const expected = [/stages\/read\//, /stages\/pack\//, /check\/forms\/composed/, /templates\/quiz\/type/, /templates\/quiz\/scoring/];
  expect(expected.filter((pattern) => !has(pattern))).toEqual([]);
});

test('the engine imports nothing of Node', () => {
  const isOfNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name.split('/')[0] ?? '');
  expect(engine.flatMap((file) => importsOf(file).flatMap((name) => (isOfNode(name) ? [`${file}: ${name}`] : [])))).toEqual([]);
});

test('the engine imports nothing that belongs to the commands', () => {
  const outside = engine.filter((file) => /^build\/(?:host\/node|cli|preview|toolchain)\//.test(file) || /^src\/(?!model\/)/.test(file));
  expect(outside).toEqual([]);
});

test('the engine uses neither Buffer nor process', () => {
  const found = engine.flatMap((file) => {
    // Without types and comments.
    const { code } = transformSync(textOf(file), { loader: 'ts', legalComments: 'none' });
    const types = textOf(file).match(/\bBuffer\b|\bNodeJS\./g) ?? [];
    return [...(code.match(NODE_ONLY) ?? []), ...types].map((name) => `${file}: ${name}`);
  });
  expect(found).toEqual([]);
});

test('import and export can be bundled for a browser, Word documents included', async () => {
  const entryPoints = ['build/exchange/import.ts', 'build/exchange/export/export.ts'];
  const options = {
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
  } as const;
  const { metafile } = await build({ ...options, entryPoints, absWorkingDir: root });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((name) => builtinModules.includes(name))).toEqual([]);
  expect(inputs).toContain('node_modules/mammoth/browser/unzip.js');
});
