import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { type ImportOptions, runImport } from '../../build/cli/import.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { LARGEST_IMPORT } from '../../build/exchange/import.ts';
import { depot } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const GIFT = '::Levain:: Que fait le levain ? {=Il lève. ~Il colore.}\n';

async function take(project: string, names: readonly string[], options: ImportOptions = {}, more: Partial<CommandContext> = {}) {
  const { context, printed, complaints } = commandContext(project, more);
  const code = await runImport(names, options, context);
  return { code, out: printed.join('\n'), complaints };
}
const shown = (...path: readonly string[]): string => relative(process.cwd(), join(...path));
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

test('of the pictures of a text, those below its folder are copied, however they are written', async () => {
  const pictures = ['quai.png', 'sous/mon quai.png', '50%.png', 'rail.png'];
  const names = [
    'quai.png?v=1#haut',
    'sous/mon%20quai.png',
    '50%.png',
    'rail.png#haut',
    '/quai.png',
    'sous\\\\quai.png',
    'https://quai.example/quai.png',
    '../secret.png',
    'sous',
    'lourde.png',
  ];
  const text = `# Dépôt\n\n${names.map((name, n) => `![Image ${n}](${name})`).join('\n\n')}\n\nPrêt ?\n\n- [x] oui\n- [ ] non\n`;
  const project = makeProject({ 'textes/depot.md': text });
  mkdirSync(join(project, 'textes/sous'));
  for (const path of [...pictures.map((name) => `textes/${name}`), 'secret.png', 'textes/sous/quai.png', 'textes/lourde.png'])
    writeFileSync(join(project, path), Buffer.concat([PNG, Buffer.from(path)]));
  truncateSync(join(project, 'textes/lourde.png'), 40 * 1024 * 1024 + 1);
  expect((await take(project, ['textes/depot.md'])).code).toBe(0);
  expect(readdirSync(join(project, 'modules/cours-depot/assets/depot'))).toHaveLength(pictures.length);
  const session = read(project, 'modules/cours-depot/depot.md');
  expect(names.map((_, n) => new RegExp(`!\\[Image ${n}\\]\\(assets/depot/`).test(session))).toEqual(
    names.map((_, n) => n < pictures.length),
  );
});

test('a file that is too large is refused by its length', async () => {
  const project = depot({});
  writeFileSync(join(project, 'a.gift'), '');
  truncateSync(join(project, 'a.gift'), LARGEST_IMPORT + 1);
  const { code, complaints } = await take(project, ['a.gift']);
  expect([code, complaints]).toEqual([1, [expect.stringMatching(/a\.gift.*40/)]]);
});

test('all files that can’t be read are named, and nothing is imported', async () => {
  const project = makeProject({ 'a.gift': GIFT });
  const { code, complaints } = await take(project, ['rien.gift', 'a.gift', 'modules']);
  expect([code, complaints.length, existsSync(join(project, 'modules'))]).toEqual([1, 2, false]);
  for (const [n, name] of ['rien.gift', 'modules'].entries())
    expect(complaints[n]).toContain(fill(strings.fr.noSuchFile, { file: shown(project, name) }));
});

test('a file that the system doesn’t give is named, beside others that are there', async () => {
  const project = depot({});
  writeFileSync(join(project, 'a.gift'), GIFT);
  symlinkSync('/proc/self/mem', join(project, 'memoire.gift'));
  const { code, complaints } = await take(project, ['a.gift', 'memoire.gift']);
  expect([code, complaints]).toEqual([1, [`erreur ${fill(strings.fr.unreadable, { file: shown(project, 'memoire.gift') })}`]]);
});

test('where a file of a new course can’t be written, nothing is left of the course', async () => {
  const project = makeProject({ 'x.gift': GIFT });
  // Its folder and banks have a path that is just short enough for the system, its files haven’t.
  const LONGEST = 4095;
  let modules = project;
  while (modules.length < LONGEST - 300) modules = join(modules, 'm'.repeat(200));
  modules = join(modules, 'm'.repeat(LONGEST - '/cours-x/banks'.length - 2 - modules.length));
  mkdirSync(modules, { recursive: true });
  const { code, complaints } = await take(project, ['x.gift'], {}, { modules });
  expect([code, complaints, readdirSync(modules)]).toEqual([1, [expect.stringContaining('ENAMETOOLONG')], []]);
});

test('a course that is there stays, where a file of an import can’t be written', async () => {
  const project = depot({ banks: 'un fichier' });
  writeFileSync(join(project, 'a.gift'), GIFT);
  const before = read(project, 'modules/depot/course.yaml');
  const { code, complaints } = await take(project, ['a.gift']);
  expect([code, complaints.length, read(project, 'modules/depot/course.yaml')]).toEqual([1, 1, before]);
});

test('a bank needs a course, and no folder that is there is taken for a new one', async () => {
  const project = makeProject({ 'pain.gift': GIFT, 'modules/cours-pain/notes.txt': 'à moi' });
  const bank = await take(project, ['pain.gift'], { as: 'bank' });
  expect([bank.code, bank.complaints]).toEqual([1, [expect.stringContaining('cartable new course')]]);
  expect((await take(project, ['pain.gift'])).code).toBe(0);
  expect(readdirSync(join(project, 'modules/cours-pain'))).toEqual(['notes.txt']);
  expect(read(project, 'modules/cours-pain-2/course.yaml')).toMatch(/^id: cours-pain-2$/m);
});

test('the session of a new course gets another id than the course', async () => {
  const project = makeProject({ 'pain.gift': GIFT });
  expect((await take(project, ['pain.gift'], { course: 'Pain' })).code).toBe(0);
  expect(read(project, 'modules/pain/course.yaml')).toMatch(/^id: pain\n[\s\S]*modules: \[pain-2\]/m);
});

test('a course with errors in its own file is left alone', async () => {
  const project = depot({ 'course.yaml': 'id: [\n' });
  writeFileSync(join(project, 'a.gift'), GIFT);
  const { code, complaints } = await take(project, ['a.gift']);
  expect([code, complaints]).toEqual([
    1,
    [expect.stringContaining(fill(strings.fr.brokenCourse, { path: shown(project, 'modules/depot/course.yaml') }))],
  ]);
  expect(read(project, 'modules/depot/course.yaml')).toBe('id: [\n');
});

test('a new course is named by its file, or as it is asked for, in the user’s language', async () => {
  const made = async (options: ImportOptions, language: 'fr' | 'en' = 'fr', more: readonly string[] = []): Promise<[string[], string]> => {
    const project = makeProject({ 'Le fournil.gift': GIFT, 'La cave.gift': GIFT });
    await take(project, ['Le fournil.gift', ...more], options, { language });
    const folders = readdirSync(join(project, 'modules'));
    return [folders, read(project, 'modules', folders[0] ?? '', 'course.yaml')];
  };
  expect(await made({})).toEqual([
    ['cours-le-fournil'],
    expect.stringMatching(/title: .*Le fournil[\s\S]*lang: fr[\s\S]*modules: \[le-fournil\]/),
  ]);
  expect((await made({}, 'en'))[0]).toEqual(['course-le-fournil']);
  // Of several files the first gives its name.
  expect(await made({}, 'fr', ['La cave.gift'])).toEqual([
    ['cours-le-fournil'],
    expect.stringMatching(/title: .*Le fournil[\s\S]*modules: \[le-fournil, la-cave\]/),
  ]);
  expect(await made({ course: 'Pain perdu' })).toEqual([['pain-perdu'], expect.stringMatching(/title: .*Pain perdu/)]);
  expect((await made({ course: '!!!' }))[0]).toEqual(['cours-import']);
});

test('an import lists its session in the course, and a bank alone leaves the course’s file as it is', async () => {
  const project = depot({});
  const before = read(project, 'modules/depot/course.yaml');
  writeFileSync(join(project, 'a.gift'), GIFT);
  const bank = await take(project, ['a.gift'], { as: 'bank' });
  expect([bank.code, read(project, 'modules/depot/course.yaml')]).toEqual([0, before]);
  expect(bank.out).toContain(shown(project, 'modules/depot/banks/a.md'));
  const session = await take(project, ['a.gift'], { course: 'depot', json: true });
  expect(JSON.parse(session.out)).toMatchObject({
    course: shown(project, 'modules/depot'),
    isNew: false,
    imports: [{ report: 'IMPORT-a-2.md' }],
  });
  expect(read(project, 'modules/depot/course.yaml')).toContain('modules: [rames, a-2]');
});

test('each file that is of no use is named', async () => {
  const project = depot({});
  for (const name of ['a', 'b', 'c']) writeFileSync(join(project, `${name}.gift`), name === 'b' ? GIFT : '');
  const { code, out, complaints } = await take(project, ['a.gift', 'b.gift', 'c.gift'], { json: true });
  expect([code, complaints, JSON.parse(out).errors]).toEqual([
    1,
    [],
    [expect.stringContaining('a.gift'), expect.stringContaining('c.gift')],
  ]);
});

test('an import is in the language of its course, and keeps the competencies that it has', async () => {
  const project = depot({});
  const tags = ['freiner', 'rouler'].map((tag) => `<tag><text>${tag}</text></tag>`).join('');
  const answers = ['100', '0'].map((part) => `<answer fraction="${part}"><text>A${part}</text></answer>`).join('');
  const question = `<question type="multichoice"><name><text>Frein</text></name><questiontext format="plain_text"><text>Quoi ?</text></questiontext>${answers}<tags>${tags}</tags></question>`;
  writeFileSync(join(project, 'a.xml'), `<quiz>${question}</quiz>`);
  expect((await take(project, ['a.xml'], { as: 'bank' }, { language: 'en' })).code).toBe(0);
  expect(read(project, 'modules/depot/banks/a.md')).toMatch(/competency="?freiner"?[ }]/);
});

test('ids of unused banks, and that of the course, are taken', async () => {
  const old = (id: string): string => `:::choice{#${id}}\nQuoi ?\n\n- [x] a\n- [ ] b\n:::\n`;
  const project = depot({ 'banks/vieille.md': old('levain'), 'banks/nord/AUTRE.MD': old('levain-2') });
  writeFileSync(join(project, 'depot.gift'), GIFT);
  await take(project, ['depot.gift'], { as: 'bank' });
  expect(read(project, 'modules/depot/banks/depot-2.md')).toContain('{#levain-3');
});
