import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Version } from '../../../build/versions/model.ts';
import { readVersion } from '../../../build/versions/read/read-version.ts';
import { zipFiles } from '../../../build/versions/read/zip-files.ts';

const module = (activities: readonly object[] = []) => ({
  module: {
    course: 'depot',
    id: 'rames',
    title: 'Les rames',
    completion: 'visited',
    pages: [{ id: 'quai', n: 0, title: 'Le quai' }],
    activities,
  },
});

function read(content: unknown, more: Readonly<Record<string, string>> = {}): Version | undefined {
  const script = `window.cartableContent=(function(r){return${JSON.stringify(content)}});\n`;
  const texts = Object.entries({ 'content.js': script, ...more }).map(([name, text]) => [name, strToU8(text)] as const);
  const files = zipFiles(zipSync(Object.fromEntries(texts)));
  return files && readVersion('rames.zip', files);
}

test('a package without a manifest is one for the web, and what it doesn’t name is unknown', () => {
  const version = read(module());
  expect(version).toMatchObject({
    name: 'rames.zip',
    course: 'depot',
    target: 'web',
    cartable: '',
    cohort: undefined,
    content: '',
    whole: false,
  });
  expect(version?.items.map(({ identifier, sessions }) => [identifier, sessions[0]?.title])).toEqual([['rames', 'Les rames']]);
});

test('a description of another shape counts as none', () => {
  expect(read(module(), { 'cartable.json': '{"target": 3}' })?.cohort).toBeUndefined();
  expect(read(module(), { 'cartable.json': '[' })?.cohort).toBeUndefined();
  expect(read(module(), { 'cartable.json': '{"target": "web", "cohort": "soir"}' })?.cohort).toBe('soir');
});

test.each([
  ['no module', {}],
  ['pages of another kind', { module: { ...module().module, pages: 'x' } }],
  ['far too many activities', module(Array.from({ length: 10_001 }, (_, n) => ({ id: `q${n}`, n, type: 'choice', page: 'quai' })))],
])('%s: not a package of Cartable', (_, content) => {
  expect(read(content)).toBeUndefined();
});

test('a manifest that names something else is not Cartable’s', () => {
  const others = '<manifest><metadata><schemaversion>1.2</schemaversion></metadata></manifest>';
  expect(read(module(), { 'imsmanifest.xml': others })).toBeUndefined();
});

test('options that nest without end are refused', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(() => read(module([{ id: 'q', n: 0, type: 'choice', page: 'quai', options: deep }]))).toThrow(RangeError);
});
