import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../build/host/node/schemas.ts';
import { studioProgram } from '../../build/toolchain/studio-program.ts';
import { root } from '../helpers/examples-project.ts';

const pieces = join(root, '.cartable/program/pieces');
const program = studioProgram(root);
const textOf = (name: string): string => String(program.get(`pieces/${name}`));
const piece = (name: string): string => readFileSync(join(pieces, name), 'utf8');

test('every text of the index is in the part that the index names, unchanged', () => {
  const { texts } = JSON.parse(piece('index.json')) as { texts: Record<string, string> };
  const index = JSON.parse(textOf('index.json')) as { texts: Record<string, string> };
  expect(Object.keys(index.texts)).toEqual(Object.keys(texts));
  for (const [name, part] of Object.entries(index.texts)) expect(JSON.parse(textOf(`texts.${part}.json`))[name]).toBe(texts[name]);
  const { texts: _, ...facts } = JSON.parse(textOf('index.json'));
  const { texts: __, ...expected } = JSON.parse(piece('index.json'));
  expect(facts).toEqual(expected);
});

test('what every package has is one part, and each type one', () => {
  const { texts } = JSON.parse(textOf('index.json')) as { texts: Record<string, string> };
  expect(new Set(['core.js', 'views.js', 'shell.css', 'lms.12.js'].map((name) => texts[name]))).toEqual(new Set(['common']));
  expect(texts['type.choice.js']).toBe('choice');
  expect(texts['type.mind-map.js']).toBe('mind-map');
});

test.each(['pictograms.txt', 'portraits.txt'])('the parts of %s are the whole, in order, each named by its first drawing', (name) => {
  const firsts: string[] = JSON.parse(textOf('drawings.json'))[name];
  const parts = firsts.map((_, part) => textOf(`${name}.${part}`));
  expect(parts.join('')).toBe(piece(name));
  expect(parts.map((part) => part.slice(0, part.indexOf('\t')))).toEqual(firsts);
  expect(firsts).toEqual(firsts.toSorted((one, other) => (one < other ? -1 : 1)));
  expect(program.has(`pieces/${name}.${firsts.length}`)).toBe(false);
  // One drawing may be larger than a part, two may not.
  for (const part of parts) expect(part.length <= 6000 || part.trimEnd().split('\n').length === 1).toBe(true);
  expect(parts.length).toBeLessThan((2 * piece(name).length) / 6000 + 2);
});

test('other pieces and the schemas are there as they are; nothing is there twice', () => {
  const { texts } = JSON.parse(piece('index.json')) as { texts: Record<string, string> };
  const others = readdirSync(pieces).filter(
    (name) => texts[name] === undefined && !/^(?:index\.json|pictograms\.txt|portraits\.txt)$/.test(name),
  );
  expect(others.length).toBeGreaterThan(1);
  for (const name of others) expect(Buffer.from(program.get(`pieces/${name}`) ?? '').equals(readFileSync(join(pieces, name)))).toBe(true);
  for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)
    for (const { name, data } of schemaFiles(edition, root)) expect(program.get(`schemas/${edition}/${name}`)).toEqual(data);
  for (const name of [...Object.keys(texts), 'pictograms.txt', 'portraits.txt']) expect(program.has(`pieces/${name}`)).toBe(false);
});
