import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNew } from '../../build/cli/new.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import { addModule } from '../../build/files/add-module.ts';
import { commandContext } from '../helpers/command-context.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

const root = join(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('addModule', () => {
  test.each([
    ['modules: [a, b] # deux\n', 'modules: [a, b, c] # deux\n'],
    ['modules:\n  - a\n  - b   # la fin\nlang: fr\n', 'modules:\n  - a\n  - b\n  - c   # la fin\nlang: fr\n'],
    ['modules:\r\n- a\r\nlang: fr\r\n', 'modules:\r\n- a\r\n- c\r\nlang: fr\r\n'],
    ['modules: [\n  "a",\n]\n', 'modules: [\n  "a", c,\n]\n'],
  ])('%j becomes %j', (text, expected) => {
    expect(addModule(text, 'c')).toBe(expected);
  });

  test('there may be no list', () => {
    expect(addModule('id: pain\n', 'c')).toBeNull();
    expect(addModule('modules: []\n', 'c')).toBeNull();
  });
});

describe.each(['fr', 'en'])('in %s', (lang) => {
  test('a new course and its next session build at once, and nothing is wrong', async () => {
    const project = makeProject({});
    const course = await runCartable(['new', 'course', "L'atelier: « pain »", '--lang', lang], project);
    expect([course.code, course.err]).toEqual([0, '']);
    // As it is typed: nothing is installed under that name.
    expect(course.out).toMatch(/: npx --no cartable preview\n$/);
    const folder = join(project, 'modules/l-atelier-pain');
    const module = lang === 'fr' ? 'seance-1' : 'session-1';
    expect(files(folder).map((name) => name.replace(/\/.*/, '/'))).toEqual(['banks/', 'cohorts/', 'course.yaml', `${module}.md`]);
    const yaml = readFileSync(join(folder, 'course.yaml'), 'utf8');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(yaml) ?? [];
    expect(resolve(folder, schema)).toBe(join(root, 'docs/schemas', lang === 'fr' ? 'course.json' : 'en/course.json'));
    expect(existsSync(resolve(folder, schema))).toBe(true);
    expect(yaml).toContain('title: "L\'atelier: « pain »"');

    expect(yaml).toContain('\ntargets: [scorm12]\n');
    const one = (await runCartable(['build', '--lang', lang], project)).out.trimEnd().split('\n');
    expect(one.at(-1)).toContain(`dist/l-atelier-pain/${module}.scorm12.zip`);
    expect(one.at(-1)).toContain('.depot.html');
    const none = await runCartable(['build', '--lang', lang, '--target', 'web'], project);
    expect([none.code, none.out]).toEqual([0, expect.stringMatching(/targets.*course\.yaml.* web\.\n0 /)]);

    const session = await runCartable(['new', 'module', 'La cuisson', '--lang', lang], project);
    expect([session.code, session.err]).toEqual([0, '']);
    const built = await runCartable(['build', '--json', '--lang', lang, '--target', 'scorm12'], project);
    const { diagnostics, packages } = JSON.parse(built.out);
    expect([built.code, codesOf(diagnostics)]).toEqual([0, []]);
    expect(new Set(packages.map((report: { module?: string }) => report.module))).toContain('la-cuisson');
    expect(packages).toHaveLength(6);
  });
});

test('nothing is overwritten, and the course must be clear', async () => {
  const project = makeProject({});
  expect((await runCartable(['new', 'module', 'Rien'], project)).err).toContain('Il n’y a pas encore de cours');
  await runCartable(['new', 'course', 'pain'], project);
  await runCartable(['new', 'module', 'cuire'], project);
  const texts = (): string[] =>
    files(project)
      .filter((name) => name.includes('pain'))
      .map((name) => readFileSync(join(project, name), 'utf8'));
  const before = texts();
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [['new', 'course', 'Pain'], /« pain » existe déjà : modules\/pain/],
    [['new', 'module', 'cuire'], /« cuire » existe déjà/],
    [['new', 'module', 'banque-tirage'], /« banque-tirage » est déjà pris/],
    [['new', 'course', 'a'.repeat(400)], /400 caractères : 200 au plus/],
    [['new', 'course', 'con'], /Windows réserve le nom « con » : écrivez par exemple « cours-con »/],
    [['new', 'module', 'NUL'], /Windows réserve le nom « nul »/],
    [['new', 'course', '..'], /ne donne pas d’identifiant/],
    [['new', 'module', 'x', '--course', 'pian'], /Le cours « pian » n’existe pas. Cours connus : pain/],
    [['new', 'activity', 'Choice'], /« choice » existe déjà : Cartable/],
    [['new', 'course', '123 !'], /ne donne pas d’identifiant/],
  ];
  for (const [args, why] of refusals) {
    const { code, out, err } = await runCartable(args, project);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  }
  await runCartable(['new', 'course', 'tram'], project);
  expect((await runCartable(['new', 'module', 'x'], project)).err).toContain('ajoutez --course, avec l’un de ceux-ci : pain, tram.');
  expect((await runCartable(['new', 'module', 'x', '--course', 'tram'], project)).code).toBe(0);
  expect(texts()).toEqual(before);
});

const SCRIPTS = ['build --sheets', 'preview', 'validate'];

test('a new course can be called by npm; a package.json that is there stays as it is', async () => {
  const fresh = makeProject({});
  expect((await runCartable(['new', 'course', 'pain'], fresh)).out).toContain('  package.json\n');
  const { scripts } = JSON.parse(readFileSync(join(fresh, 'package.json'), 'utf8'));
  expect(Object.keys(scripts)).toEqual(['build', 'preview', 'validate']);
  // Not installed there: the program is called by its file.
  const program = relative(fresh, join(root, 'build/cartable.cjs'));
  expect(Object.values(scripts)).toEqual(SCRIPTS.map((args) => `node ${program} ${args}`));

  const own = '{ "name": "mes-cours", "scripts": { "build": "make" } }';
  const project = makeProject({ 'package.json': own });
  const { out } = await runCartable(['new', 'course', 'pain'], project);
  expect(out).toMatch(
    /pas modifié. Pour y ajouter preview, validate : npm pkg set "scripts.preview=node \S+ preview" "scripts.validate=\S+/,
  );
  expect(readFileSync(join(project, 'package.json'), 'utf8')).toBe(own);
});

test('the schemas are written into the folder of the project', async () => {
  const project = makeProject({});
  const { code, out } = await runCartable(['schemas'], project);
  expect([code, out]).toEqual([0, expect.stringContaining('docs/schemas/course.json')]);
  expect(readFileSync(join(project, 'docs/schemas/en/bank.json'), 'utf8')).toBe(
    readFileSync(join(root, 'docs/schemas/en/bank.json'), 'utf8'),
  );
});

test('in a project, a new activity type is one of its own: it has the imports of one, and its examples build', async () => {
  const project = makeProject({});
  await runCartable(['new', 'course', 'pain'], project);
  const made = await runCartable(['new', 'activity', 'Pain perdu'], project);
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toMatch(/ {2}types\/pain-perdu\/type\.ts[\s\S]*Ensuite : .* gallery\n$/);
  const folder = join(project, 'types/pain-perdu');
  const skeleton = files(join(root, 'templates/_new')).filter((name) => !name.endsWith('.test.ts'));
  expect(files(folder)).toEqual(skeleton);
  for (const name of files(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).not.toMatch(/new-type|New type|_new|\.\.\/|'zod'/);
    const modules = [...text.matchAll(/from '(cartable\/\w+)'/g)].map(([, module]) => module);
    expect(modules).toEqual([...new Set(modules)]);
  }
  expect((await runCartable(['new', 'activity', 'Pain perdu'], project)).code).toBe(2);

  const example = readFileSync(join(folder, 'example.md'), 'utf8');
  writeFileSync(join(project, 'modules/pain/seance-1.md'), `---\nid: seance-1\ntitle: Perdu\n---\n\n# Page {#page}\n\n${example}`);
  const built = await runCartable(['build', '--json', '--target', 'scorm12', '--no-course'], project);
  expect(built.code).toBe(0);
  expect(JSON.parse(built.out).packages[0].types).toEqual(['pain-perdu']);
  for (const lang of ['fr', 'en']) expect((await runCartable(['gallery', '--lang', lang], project)).code).toBe(0);
  const page = (await readZip(join(project, 'dist/gallery/gallery/types.web.zip'))).find(({ name }) => name === 'text.html');
  expect(page?.content.toString('utf8')).toMatch(/id="p-page-pain-perdu"[\s\S]*What does it take to make bread/);
});

describe('without a process', () => {
  async function make(kind: string, name: string, language: 'fr' | 'en' = 'fr') {
    const opened = commandContext(makeProject({}), { language });
    return { ...opened, code: await runNew(kind, name, {}, opened.context) };
  }

  test('what is made is listed under its heading, before what to do next', async () => {
    for (const [language, head, next] of [
      ['fr', 'Créé :', 'Ensuite : cartable preview'],
      ['en', 'Created:', 'Next: cartable preview'],
    ] as const) {
      const { code, printed, complaints, context } = await make('course', '  Le   pain  chaud ', language);
      const lines = (printed[0] ?? '').split('\n');
      expect([code, complaints, lines[0], lines.at(-1)]).toEqual([0, [], head, next]);
      expect(lines.slice(1).some((line) => line.startsWith('  ') && line.endsWith('modules/le-pain-chaud/course.yaml'))).toBe(true);
      expect(readFileSync(join(context.modules, 'le-pain-chaud/course.yaml'), 'utf8')).toContain('\ntitle: "Le pain chaud"\n');
    }
  });

  test('a type of a clone gets a section in each guide that is there, and is tried by its test', async () => {
    const type = { 'type.ts': "name = 'new-type'\n", 'example.md': ':::new-type\n:::\n', 'example.en.md': ':::new-type\n:::\n' };
    const skeleton = Object.fromEntries(Object.entries(type).map(([name, text]) => [`templates/_new/${name}`, text]));
    const choice = '### Choix : `choice`\n';
    const both = { 'docs/ecrire-une-seance.md': choice, 'docs/writing-a-session.md': choice };
    for (const docs of [both, { 'docs/writing-a-session.md': choice }, {}]) {
      const clone = makeProject({ ...skeleton, ...docs });
      const { context, printed } = commandContext(clone, { root: clone });
      expect(await runNew('activity', 'TRI  fin', {}, context)).toBe(0);
      const files = Object.keys(type).sort();
      const lines = printed.join('\n').split('\n');
      expect([lines[0], lines.slice(1, 4).sort(), lines.slice(4)]).toEqual([
        strings.fr.made,
        files.map((name) => `  ${relative(process.cwd(), join(clone, 'templates/tri-fin', name))}`),
        [
          ...(Object.keys(docs).length > 0 ? [fill(strings.fr.sections, { paths: Object.keys(docs).join(', ') })] : []),
          fill(strings.fr.next, { command: 'npx --no vitest run templates/tri-fin' }),
        ],
      ]);
      for (const path of Object.keys(docs)) expect(readFileSync(join(clone, path), 'utf8')).toMatch(/^### Tri fin ?: `tri-fin`$/m);
    }
  });

  test('a session is looked at next, and scripts are of no concern to it', async () => {
    const { context, printed } = commandContext(makeProject({ 'modules/pain/course.yaml': 'id: pain\ntitle: Le pain\nmodules: [un]\n' }));
    expect(await runNew('module', 'Deux', { course: 'pain' }, context)).toBe(0);
    const made = ['deux.md', 'course.yaml'].map((name) => `  ${relative(process.cwd(), join(context.modules, 'pain', name))}`);
    expect(printed).toEqual([[strings.fr.made, ...made, fill(strings.fr.next, { command: 'cartable preview' })].join('\n')]);
  });

  test('a title has 200 characters at most, spaces around it not counted', async () => {
    expect((await make('course', ` ${'a'.repeat(200)} `)).code).toBe(0);
    expect((await make('course', 'a'.repeat(201))).complaints).toEqual([expect.stringMatching(/^.*201 .*200/)]);
  });

  test.each(['con', 'prn', 'aux', 'nul', 'com1', 'com9', 'lpt5'])('%s is the name of a device', async (name) => {
    const { code, printed, complaints } = await make('course', name, 'en');
    expect([code, printed, complaints[0]]).toEqual([2, [], expect.stringContaining(`“course-${name}”`)]);
  });

  test.each(['conte', 'com', 'lpt10', 'le-con'])('%s is none', async (name) => {
    expect((await make('course', name)).code).toBe(0);
  });
});
