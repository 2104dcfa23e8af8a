import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
    for (const { name, data } of schemaFiles(edition, root))
      expect([name, Buffer.from(program.get(`schemas/${edition}/${name}`) ?? '').equals(data)]).toEqual([name, true]);
  for (const name of [...Object.keys(texts), 'pictograms.txt', 'portraits.txt']) expect(program.has(`pieces/${name}`)).toBe(false);
});

/** Writes pieces with these drawings. @returns the root that they are in */
function rootWith(pictograms: readonly string[]): string {
  const place = mkdtempSync(join(tmpdir(), 'cartable-pieces-'));
  const home = join(place, '.cartable/program/pieces');
  mkdirSync(home, { recursive: true });
  const names = [
    'core.js',
    'shared.js',
    'shared.widgets-drag.js',
    'xcore.js',
    'type.choice.css',
    'scoring.quiz.js',
    'look.vif.css',
    'lms.2004.js',
  ];
  const index = { texts: Object.fromEntries(names.map((name) => [name, `text of ${name}`])), uses: {} };
  const files = {
    'index.json': JSON.stringify(index),
    'pictograms.txt': pictograms.join(''),
    'portraits.txt': 'body\t<g/>\n',
    'witness.gif': 'GIF',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4']) {
    mkdirSync(join(place, 'program/schemas', edition), { recursive: true });
    writeFileSync(join(place, 'program/schemas', edition, 'a.xsd'), edition);
  }
  return place;
}

/** Makes the line of a drawing. @param length with its line break */
const drawing = (name: string, length: number): string => `${name}\t`.padEnd(length - 1, 'x').concat('\n');

test('a part has 6000 characters at most, and as many drawings as fit', () => {
  const lengths = [3000, 3000, 10, 5990, 1, 7000, 10].map((length, at) => drawing('abcdefg'.charAt(at), Math.max(3, length)));
  const files = studioProgram(rootWith(lengths));
  const parts = [lengths.slice(0, 2), lengths.slice(2, 4), lengths.slice(4, 5), lengths.slice(5, 6), lengths.slice(6)];
  expect([0, 1, 2, 3, 4, 5].map((part) => files.get(`pieces/pictograms.txt.${part}`))).toEqual([
    ...parts.map((part) => part.join('')),
    undefined,
  ]);
  expect(JSON.parse(String(files.get('pieces/drawings.json')))).toEqual({
    'pictograms.txt': ['a', 'c', 'e', 'f', 'g'],
    'portraits.txt': ['body'],
  });
});

test('texts are in the part of all packages, of their type, or of their own; the rest stays as it is', () => {
  const files = studioProgram(rootWith([drawing('a', 9)]));
  const common = ['core.js', 'shared.js', 'shared.widgets-drag.js'];
  expect(JSON.parse(String(files.get('pieces/index.json')))).toEqual({
    texts: {
      ...Object.fromEntries(common.map((name) => [name, 'common'])),
      'xcore.js': 'xcore.js',
      'type.choice.css': 'choice',
      'scoring.quiz.js': 'quiz',
      'look.vif.css': 'look.vif.css',
      'lms.2004.js': 'lms.2004.js',
    },
    uses: {},
  });
  expect(JSON.parse(String(files.get('pieces/texts.common.json')))).toEqual(
    Object.fromEntries(common.map((name) => [name, `text of ${name}`])),
  );
  const editions = ['scorm12', 'scorm2004-3', 'scorm2004-4'];
  expect([...files.keys()].filter((name) => !/texts\.|drawings|pictograms|portraits/.test(name))).toEqual([
    'pieces/witness.gif',
    'pieces/index.json',
    ...editions.map((edition) => `schemas/${edition}/a.xsd`),
  ]);
  expect(editions.map((edition) => String(files.get(`schemas/${edition}/a.xsd`)))).toEqual(editions);
});
