import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PieceIndex } from '../../build/host/engine.ts';
import { sharedPieceFile } from '../../build/host/pieces.ts';
import { css } from '../../build/toolchain/compile.ts';
import { looks, styleSheets } from '../../build/toolchain/style-sheets.ts';
import { root, types } from '../helpers/examples-project.ts';

const folder = join(root, '.cartable/program/pieces');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const index: PieceIndex & { readonly libraries: Record<string, string[]>; readonly notices: Record<string, string> } = JSON.parse(
  read('index.json'),
);

/** Files that belong to no type and no shared module. */
const OTHERS = [
  ...[
    'core.js',
    'course.js',
    'views.js',
    'course-views.js',
    'shared.js',
    'lms.12.js',
    'lms.2004.js',
    'standalone.js',
    'local-api.js',
    'room.js',
  ],
  ...['sortable.js', 'shell.css', 'noscript.css', 'sheet.css', 'paper.css', 'changes.css', 'conductor.css', 'room-base.css', 'room.css'],
  ...['pictograms.txt', 'portraits.txt', 'witness.gif', 'index.json'],
];

test('there is a piece for each type, each shared module, each look, and no other', () => {
  const ofTypes = types.flatMap((name) => [`type.${name}.js`, `type.${name}.css`]);
  const ofLooks = Object.keys(looks).flatMap((name) => [`look.${name}.css`, `${name}.woff2`]);
  const shared = Object.keys(index.shared).map(sharedPieceFile);
  expect(readdirSync(folder).sort()).toEqual([...ofTypes, ...ofLooks, ...shared, ...OTHERS, 'scoring.quiz.js'].sort());
});

test('each piece stands after those that it needs, in the same order everywhere', () => {
  const needs = new Map(Object.entries(index.shared).map(([name, { uses }]) => [name, uses]));
  for (const [name, uses] of [...Object.entries(index.uses), ...needs]) {
    expect(new Set(uses).size, name).toBe(uses.length);
    for (const [at, one] of uses.entries()) {
      const before = uses.slice(0, at);
      for (const inner of needs.get(one) ?? []) expect(before, `${name}: ${one}`).toContain(inner);
    }
  }
});

test('a piece asks for the shared modules of its list, and these give what is asked for', () => {
  for (const [file, uses] of Object.entries(index.uses)) {
    const asked = [...read(file).matchAll(/__r\("([^"]+)"\)/g)].map(([, name = '']) => name);
    for (const name of asked) expect(uses, file).toContain(name);
  }
  expect(index.uses['type.choice.js']).toContain('judging/score');
  expect(index.uses['lms.12.js']).toEqual([]);
  for (const [name, { exports }] of Object.entries(index.shared)) {
    const text = read(sharedPieceFile(name));
    expect([name, exports.length > 0]).toEqual([name, true]);
    for (const one of exports) expect(text, name).toMatch(new RegExp(`__x\\(\\{[^}]*\\b${one}\\b`));
  }
});

/** Runs a piece and returns what it hands over. */
function handedOver(file: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const anything: unknown = new Proxy(() => anything, { get: () => anything });
  new Function('__x', '__r', 'window', 'document', read(file))(
    (members: object) => Object.assign(found, members),
    () => anything,
    { addEventListener: () => {} },
    anything,
  );
  return found;
}

test('the pieces that belong to no type hand over what a page starts with', () => {
  expect(handedOver('lms.12.js')).toEqual({ standard: '1.2', create: expect.any(Function) });
  expect(handedOver('lms.2004.js')).toEqual({ standard: '2004', create: expect.any(Function) });
  expect(Object.keys(handedOver('shared.js'))).toEqual(['openSharedWords']);
  for (const file of ['core.js', 'course.js']) expect([file, ...Object.keys(handedOver(file))]).toEqual([file, 'start']);
  for (const file of ['views.js', 'course-views.js'])
    expect(Object.keys(handedOver(file))).toEqual([
      ...['competencyWords', 'resultParts', 'writeResults', 'downloadAttempts', 'writeCertificate', 'openForget'],
    ]);
});

test('a type hands over its scoring and its script; what judges a quiz hands over no script', () => {
  expect(Object.keys(handedOver('type.choice.js'))).toEqual(expect.arrayContaining(['score', 'report', 'mount']));
  const { mount, draw, score } = handedOver('scoring.quiz.js');
  expect([mount, typeof draw, typeof score]).toEqual([undefined, 'function', 'function']);
});

test('the core of a single module has no code for chapters', () => {
  for (const [alone, whole] of [
    ['core.js', 'course.js'],
    ['views.js', 'course-views.js'],
  ] as const)
    expect([alone, read(alone).length < read(whole).length]).toEqual([alone, true]);
});

test('libraries are functions of their own, and give the page one name each', () => {
  const names = {
    'sortable.js': 'window.Sortable=',
    'local-api.js': 'window.cartableLocalApi=',
    'standalone.js': 'window.cartableStandalone=',
  };
  for (const [file, name] of Object.entries(names)) {
    expect([file, read(file)]).toEqual([file, expect.stringMatching(/^!function\(\)\{[\s\S]*\}\(\);\n$/)]);
    expect([file, read(file).replaceAll(' ', '').includes(name)]).toEqual([file, true]);
  }
  expect(read('room.js')).toMatch(/^!function\(\)\{/);
});

test('the texts of the index are those of the files; its names are in order', () => {
  const texts = index.texts as Readonly<Record<string, string>>;
  expect(Object.keys(texts)).toEqual(Object.keys(texts).sort());
  expect(Object.keys(texts)).toEqual(
    expect.arrayContaining(['shell.css', 'sheet.css', 'look.vif.css', 'core.js', 'type.choice.css', 'type.choice.js']),
  );
  for (const [file, text] of Object.entries(texts)) {
    expect([file, text === read(file)]).toEqual([file, true]);
    if (file.endsWith('.js')) expect([file, text.trim() === text]).toEqual([file, true]);
  }
  for (const list of [index.uses, index.icons]) expect(Object.keys(list)).toEqual(Object.keys(list).sort());
});

test('icons and words of the shell are those that scripts name', () => {
  const known: string[] = JSON.parse(readFileSync(join(root, 'templates/_shell/icons.json'), 'utf8'));
  for (const names of Object.values(index.icons)) for (const name of names) expect(known).toContain(name);
  expect(index.icons['core.js']).toContain('cloud-off');
  const keys = Object.keys(JSON.parse(readFileSync(join(root, 'src/strings/fr.json'), 'utf8')));
  expect(index.stringKeys).toEqual(keys.filter((key) => index.stringKeys.includes(key)));
  expect(index.stringKeys).toContain('retry');
  // Only `standalone.js`, which isn't among the texts, asks for these.
  const code = read('standalone.js');
  for (const word of keys.filter((key) => code.includes(`"${key}"`))) expect(index.stringKeys).toContain(word);
});

test('each file has the licences of the packages in it', () => {
  const { libraries, notices } = index;
  expect(libraries).toMatchObject({
    'core.js': ['fflate'],
    'sortable.js': ['sortablejs'],
    'local-api.js': ['scorm-again'],
    'look.editorial.css': ['@fontsource/fraunces'],
    'look.vif.css': ['@fontsource-variable/figtree'],
    'portraits.txt': ['@dicebear/open-peeps'],
    'lms.12.js': [],
  });
  for (const name of ['Cartable', 'Lucide', ...Object.values(libraries).flat()]) expect(notices[name], name).toContain(name);
});

const [TOKENS, SHEET] = ['src/styles/tokens.css', 'build/sheets/sheet.css'];

test.each([
  ['sheet.css', [TOKENS, SHEET, 'build/sheets/depot.css']],
  ['paper.css', [TOKENS, SHEET, 'build/sheets/paper.css']],
  ['changes.css', ['build/results/pages/report.css', 'build/sheets/changes.css']],
  ['conductor.css', [TOKENS, SHEET, 'build/sheets/conductor.css']],
  ['room-base.css', [TOKENS, ...['base', 'prose', 'kit'].map((name) => `src/styles/${name}.css`)]],
  ['room.css', ['stage', 'questions', 'answers', 'covered', 'shown', 'bar', 'notes', 'looks'].map((name) => `src/room/${name}.css`)],
  ['shell.css', styleSheets.map((name) => `src/styles/${name}.css`)],
  ['noscript.css', ['src/styles/noscript.css']],
  ['look.vif.css', ['src/styles/themes/vif.css']],
  ['type.choice.css', ['templates/choice/style.css']],
])('the style sheet %s is made of its parts, in this order', async (file, paths) => {
  expect(read(file)).toBe(await css(paths.map((path) => join(root, path))));
});

test('a typeface is the file of its package, and the witness a picture of one pixel', () => {
  for (const [name, { package: from, file }] of Object.entries(looks))
    expect(readFileSync(join(folder, `${name}.woff2`)).equals(readFileSync(join(root, 'node_modules', from, file)))).toBe(true);
  const gif = readFileSync(join(folder, 'witness.gif'));
  expect([gif.toString('latin1', 0, 6), gif.readUInt16LE(6), gif.readUInt16LE(8), gif.at(-1)]).toEqual(['GIF89a', 1, 1, 0x3b]);
});
