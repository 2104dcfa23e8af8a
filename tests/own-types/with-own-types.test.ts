import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { icons, shellStrings } from 'virtual:cartable-types';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../build/diagnostics/format.ts';
import type { Engine } from '../../build/host/engine.ts';
import { Memo } from '../../build/memo.ts';
import { contract } from '../../build/own-types/contract.ts';
import { withOwnTypes } from '../../build/own-types/with-own-types.ts';
import { build, check } from '../../build/pipeline.ts';
import { requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { riddles } from '../helpers/own-type.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject } from '../helpers/run-cartable.ts';

type Changes = Readonly<Record<string, string | null>>;

/** Changes files of a project; null removes one. */
function change(project: string, files: Changes): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    if (text === null) rmSync(join(project, name));
    else writeFileSync(join(project, name), text);
  }
}

function projectWith(files: Changes = {}): string {
  const project = makeProject(riddles);
  change(project, files);
  return project;
}

function engineOf(project: string): Promise<Engine> {
  return withOwnTypes(engine, { root, program: join(root, '.cartable/program'), project });
}

async function places(project: string): Promise<string[]> {
  const { diagnostics } = check(requestFor(project), await engineOf(project));
  for (const one of diagnostics.list)
    for (const language of ['fr', 'en'] as const)
      expect(Object.values(messageOf(one, language)).join()).not.toMatch(/\{(?!cartable|})[a-z]+\}| at .*:\d+:\d+/);
  return diagnostics.list
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at.file.slice(project.length + 1)}:${at.line}:${at.column}`);
}

const TYPE = 'types/devinette/type.js';
const SCORING = 'types/devinette/scoring.js';
const RUNTIME = 'types/devinette/runtime.js';
const STRINGS = 'types/devinette/strings.json';
const text = (name: string): string => riddles[name] ?? '';

const cases: readonly (readonly [string, Changes, readonly string[]])[] = [
  ['a type that is as it should be', {}, []],
  ['folders that hold no type', { 'types/_commun/a.js': '!', 'types/notes/lisez.md': 'x', 'types/a.d.ts': 'x' }, []],
  [
    'the name of a type of Cartable, and one that is no name',
    Object.fromEntries(
      Object.entries(riddles).flatMap(([name, one]) =>
        ['choice', 'trainer', 'Mot juste'].flatMap((other) => (name.startsWith('types/') ? [[name.replace('devinette', other), one]] : [])),
      ),
    ),
    ['bad-key types/Mot juste:1:1', 'type-name-taken types/choice:1:1', 'type-name-taken types/trainer:1:1'],
  ],
  [
    'missing files',
    Object.fromEntries(Object.keys(riddles).flatMap((name) => (/\/(?:type|template|strings|example)\./.test(name) ? [[name, null]] : []))),
    ['example.en.md', 'example.md', 'strings.json', 'template.hbs', 'type.ts'].map(
      (name) => `type-file-missing types/devinette/${name}:1:1`,
    ),
  ],
  [
    'an activity without scripts',
    { [SCORING]: null, [RUNTIME]: null },
    ['type-file-missing types/devinette/runtime.ts:1:1', 'type-file-missing types/devinette/scoring.ts:1:1'],
  ],
  [
    'mistakes in the code of three files, all at once',
    {
      [TYPE]: text(TYPE).replace('prose, text', 'pros, text'),
      [SCORING]: text(SCORING).replace('isAccepted }', 'isAcceptd }'),
      [RUNTIME]: text(RUNTIME).replace("from 'cartable/runtime'", "from 'cartable/runtimes'"),
    },
    [`type-code ${RUNTIME}:1:22`, `type-code ${SCORING}:1:38`, `type-code ${TYPE}:1:28`],
  ],
  [
    'an error that is thrown when the type is read',
    { [TYPE]: text(TYPE).replace('  kind:', '  kund: z.nothing(),\n  kind:') },
    [`type-code ${TYPE}:5:11`],
  ],
  ['an error that is no error', { [SCORING]: `${text(SCORING)}throw 'cassé';\n` }, [`type-code ${TYPE}:1:1`]],
  ['a type that exports no definition', { [TYPE]: 'export const definitions = {};\n' }, [`type-export-missing ${TYPE}:1:1`]],
  [
    'a definition without what each has',
    { [TYPE]: "export const definition = { kind: 'game', form: 'prose' };\n" },
    [`bad-value ${TYPE}:1:1`, `bad-value ${TYPE}:1:1`, `bad-value ${TYPE}:1:1`],
  ],
  [
    'scripts that export too little',
    { [SCORING]: 'export const score = 1;\n', [RUNTIME]: 'export function mout() {}\n' },
    [`type-export-missing ${RUNTIME}:1:1`, ...Array.from({ length: 5 }, () => `type-export-missing ${SCORING}:1:1`)],
  ],
  ['strings that are no JSON', { [STRINGS]: '{ "fr": {},\n  "en": }\n' }, [`type-code ${STRINGS}:2:9`]],
  ['strings in one language', { [STRINGS]: '{ "fr": { "label": "Devinette" } }' }, [`missing-key ${STRINGS}:1:1`]],
  [
    'strings of which some are missing',
    { [STRINGS]: '{ "fr": { "label": "", "missing": "?" }, "en": { "label": "Riddle", "hint": 1 } }' },
    Array.from({ length: 4 }, () => `missing-key ${STRINGS}:1:1`),
  ],
  [
    'templates that do not compile',
    { 'types/devinette/template.hbs': '<p>\n\n  {{#if a}}\n</p>\n', 'types/devinette/print.hbs': '<p>\n{{nothing of}}</p>\n' },
    ['type-code types/devinette/print.hbs:2:1', 'type-code types/devinette/template.hbs:5:1'],
  ],
  [
    'a package without a licence',
    {
      [RUNTIME]: `import { one } from 'secret';\n${text(RUNTIME).replace('return {', 'one();\n  return {')}`,
      'node_modules/secret/package.json': '{ "name": "secret", "main": "index.js" }',
      'node_modules/secret/index.js': 'export const one = () => alert(1);\n',
    },
    [`type-code ${RUNTIME}:1:1`],
  ],
];

test.each(cases)('%s', async (_name, files, expected) => {
  expect(await places(projectWith(files))).toEqual(expected);
});

test('an engine without types of its own stays as it is', async () => {
  expect(await engineOf(makeProject({ 'types/lisez.md': 'x' }))).toBe(engine);
});

test('a type outside of the folder is not read', async () => {
  const project = projectWith();
  symlinkSync(join(project, 'types/devinette'), join(project, 'types/autre'));
  expect([...((await engineOf(project)).own?.folders.keys() ?? [])]).toEqual(['devinette']);
});

test('where a type throws while it is used, the error names its line', async () => {
  const project = projectWith({ [SCORING]: text(SCORING).replace('({ answer }) => [{', '({ answer }) => [{ ...answer.nothing.at(0),') });
  const own = await engineOf(project);
  expect(() => check(requestFor(project), own)).toThrow(`${join(project, SCORING)}:6:59 Cannot read properties of undefined`);
  const other = projectWith({ [TYPE]: text(TYPE).replace('if (answer', 'if (answers') });
  const wrong = await engineOf(other);
  expect(() => check(requestFor(other), wrong)).toThrow(/type\.js:13:5 answers is not defined/);
});

test('a change of any file of a type makes its packages again', async () => {
  const project = projectWith();
  const memo = new Memo();
  const request = requestFor(project, { targets: ['web'], coursePackages: false });
  const made = async (): Promise<number> => (await build(request, await engineOf(project), memo)).packages.length;
  expect([await made(), await made()]).toEqual([1, 0]);
  for (const [name, from, to] of [
    ['template.hbs', 'type="text"', 'type="search"'],
    ['scoring.js', 'answer[0]', 'answer.at(-1)'],
    ['runtime.js', 'readOnly', 'disabled'],
    ['style.css', 'italic', 'normal'],
    ['strings.json', 'Devinette', 'Énigme'],
  ] as const) {
    const path = `types/devinette/${name}`;
    change(project, { [path]: text(path).replace(from, to) });
    expect([name, await made(), await made()]).toEqual([name, 1, 0]);
  }
  const files = await readZip(join(project, 'dist/devinettes/une.web.zip'));
  const all = files.map(({ content }) => content.toString('utf8')).join('\n');
  for (const part of ['type="search"', '.disabled=', 'font-style:normal', 'Énigme']) expect(all).toContain(part);
});

test('the engine knows what a type gives to pages, and the folder that it is in', async () => {
  const icon = Object.keys(icons).at(-1) ?? '';
  const unused = Object.keys(shellStrings.fr).find((key) => !engine.pieces.index.stringKeys.includes(key)) ?? '';
  const project = projectWith({
    [RUNTIME]: `${text(RUNTIME)}export const own = [${JSON.stringify([icon, unused])}];\nconsole.log(own);\n`,
  });
  const { pieces, own, types, stamp } = await engineOf(project);
  expect(pieces.index.icons['type.devinette.js']).toEqual([icon]);
  expect([...pieces.index.stringKeys].sort()).toEqual([...engine.pieces.index.stringKeys, unused].sort());
  expect(pieces.index.texts['type.devinette.js']).toContain('readOnly');
  expect(pieces.index.texts['type.devinette.css']).toContain('italic');
  expect(pieces.index.texts['core.css']).toBe(engine.pieces.index.texts['core.css']);
  expect(Object.keys(pieces.index.uses)).toEqual([...Object.keys(engine.pieces.index.uses), 'type.devinette.js']);
  expect([types.get('devinette')?.name, types.size, stamp === engine.stamp]).toEqual(['devinette', engine.types.size + 1, false]);
  expect(own).toEqual({ folders: new Map([['devinette', join(project, 'types/devinette')]]), broken: new Set(), problems: [] });
  expect(Buffer.from(pieces.file('witness.gif')).equals(engine.pieces.file('witness.gif'))).toBe(true);
  expect(pieces.schemas('scorm12')).toEqual(engine.pieces.schemas('scorm12'));
});

test('a broken type is reported once, and nothing of its directives', async () => {
  const taken = Object.fromEntries(
    Object.entries(riddles).flatMap(([name, one]) => (name.startsWith('types/') ? [[name.replace('devinette', 'choice'), one]] : [])),
  );
  const project = projectWith({ [STRINGS]: '{}', ...taken });
  expect((await engineOf(project)).own).toMatchObject({ folders: new Map(), broken: new Set(['devinette']) });
  const reported = new Diagnostics();
  reported.take(check(requestFor(project), await engineOf(project)).diagnostics);
  expect(reported.list.map(({ code }) => code)).not.toContain('unknown-directive');
});

test('a broken type does no harm to the others', async () => {
  const { own, types } = await engineOf(projectWith({ 'types/mots/type.ts': 'x', 'types/zut/type.ts': 'y' }));
  expect([types.has('devinette'), types.has('mots'), own?.broken]).toEqual([true, false, new Set(['mots', 'zut'])]);
  const broken = (own?.problems ?? []).map(({ at }) => /types\/(\w+)/.exec(at.file)?.[1]);
  expect([...new Set(broken)]).toEqual(['mots', 'zut']);
});

test('a package of the project goes into the script, with its licence', async () => {
  const project = projectWith({
    [RUNTIME]: `import { one } from 'open';\n${text(RUNTIME).replace('return {', 'one();\n  return {')}`,
    'node_modules/open/package.json': '{ "name": "open", "main": "index.js", "license": "MIT", "sideEffects": false }',
    'node_modules/open/LICENSE': 'Permission is granted to the bakers.',
    'node_modules/open/index.js': 'export const one = () => document.title;\n',
  });
  await build(requestFor(project, { targets: ['web'], coursePackages: false }), await engineOf(project));
  const { libraries, notices } = (await engineOf(project)).pieces.index;
  expect([libraries['type.devinette.js'], notices.open]).toEqual([['open'], expect.stringContaining('Permission is granted')]);
  expect(notices).toMatchObject(engine.pieces.index.notices);
  const licences = (await readZip(join(project, 'dist/devinettes/une.web.zip'))).find(({ name }) => name === 'licences.txt');
  expect(licences?.content.toString('utf8')).toContain('open (MIT)\n\nPermission is granted to the bakers.');
});

test('a type that composes others has its scoring apart: the launch weighs what only a later page shows', async () => {
  const { pieces } = await engineOf(projectWith({ [SCORING]: `${text(SCORING)}export const draw = () => ({ asked: [] });\n` }));
  const [judging = '', whole = ''] = ['scoring', 'type'].map((name) => pieces.index.texts[`${name}.devinette.js`]);
  expect(judging).toContain('draw:');
  expect(judging).not.toContain('mount');
  expect(whole).toContain('mount:');
  expect((await engineOf(projectWith())).pieces.index.texts['scoring.devinette.js']).toBeUndefined();
});

test('what scoring may import is the same in a build and on a page, and no two pieces have one name', () => {
  const names = Object.values(engine.pieces.index.shared).flatMap(({ exports }) => exports);
  expect(names.length).toBeGreaterThan(30);
  expect(names).toEqual([...new Set(names)]);
  expect(names).toEqual(expect.arrayContaining(Object.keys(contract['cartable/scoring'] ?? {})));
  const pure = Object.entries(engine.pieces.index.shared).filter(([name]) => !/^(?:widgets|frame)\//.test(name));
  expect(Object.keys(contract['cartable/scoring'] ?? {}).sort()).toEqual(pure.flatMap(([, { exports }]) => exports).sort());
});

test('the types of a project can use every body form', () => {
  const forms = readdirSync(join(root, 'build/stages/check/forms')).map((name) => name.replace('.ts', ''));
  expect(Object.keys(contract['cartable/types'] ?? {})).toEqual(expect.arrayContaining(forms));
});
