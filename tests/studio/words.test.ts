import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';

const folder = join(root, 'build/studio/strings');
const files = readdirSync(folder);
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(folder, name), 'utf8'));

test.each(files)('%s has no value inside a choice between one and many: it would be shown as it is written', (name) => {
  const nested = Object.entries(read(name)).filter(([, text]) => /\{[^{}]*\{/.test(text));
  expect(nested).toEqual([]);
});

test.each(files.filter((name) => name.endsWith('.fr.json')))('%s and its English counterpart show the same values', (name) => {
  const valuesOf = (text = ''): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, value]) => value))].sort().join();
  const [fr, en] = [read(name), read(name.replace('.fr.', '.en.'))];
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  for (const [key, text] of Object.entries(fr)) expect([key, valuesOf(en[key])]).toEqual([key, valuesOf(text)]);
});
