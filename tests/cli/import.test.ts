import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bakeryProject, makeProject, runCartable } from '../helpers/run-cartable.ts';

const GIFT = '::Levain:: Que fait le levain ? {=Il lève. ~Il colore.}\n\nLe four est chaud. {T}\n\nCassée {=oui\n\nRacontez. {}\n';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();
}

test('in an empty folder, one command makes a course that builds', async () => {
  const project = makeProject({ 'fournil.gift': GIFT });
  const { code, out, err } = await runCartable(['import', 'fournil.gift'], project);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('fournil.gift\u00a0: 4 questions\u00a0; reprises\u00a0: 3.');
  expect(out).toContain('Une question non reprise\u00a0: lisez modules/cours-fournil/IMPORT-fournil.md.');
  expect(filesIn(join(project, 'modules/cours-fournil'))).toEqual(['IMPORT-fournil.md', 'banks/fournil.md', 'course.yaml', 'fournil.md']);
  const report = readFileSync(join(project, 'modules/cours-fournil/IMPORT-fournil.md'), 'utf8');
  expect(report).toContain('- **Ligne 5**\u00a0: Une accolade n’est pas fermée');
  expect(report).toContain('Cassée {=oui');
  const built = await runCartable(['build'], project);
  expect([built.code, built.err.includes('erreur')]).toEqual([0, false]);
  expect(existsSync(join(project, 'dist/cours-fournil/fournil.scorm12.zip'))).toBe(true);
});

test('into a course: its sessions, ids and files are left alone; a second import takes other names', async () => {
  const project = bakeryProject();
  const [course = ''] = readdirSync(join(project, 'modules'));
  const folder = join(project, 'modules', course);
  const before = filesIn(folder);
  writeFileSync(join(project, 'fournil.gift'), GIFT);
  expect((await runCartable(['import', 'fournil.gift'], project)).code).toBe(0);
  expect((await runCartable(['import', 'fournil.gift', '--course', course], project)).code).toBe(0);
  const added = filesIn(folder).filter((name) => !before.includes(name));
  expect(added).toEqual([
    'IMPORT-fournil-2.md',
    'IMPORT-fournil.md',
    'banks/fournil-2.md',
    'banks/fournil.md',
    'fournil-2.md',
    'fournil.md',
  ]);
  expect(readFileSync(join(folder, 'course.yaml'), 'utf8')).toMatch(/fournil[\s\S]*fournil-2/);
  const { code, err } = await runCartable(['validate'], project);
  expect([code, err.match(/erreur .*/)]).toEqual([0, null]);
});

test('--json gives counts and remarks, --as a bank alone, --lang the language', async () => {
  const project = bakeryProject();
  writeFileSync(join(project, 'fournil.gift'), GIFT);
  const { code, out } = await runCartable(['import', 'fournil.gift', '--as', 'bank', '--json', '--lang', 'en'], project);
  expect(code).toBe(0);
  const result = JSON.parse(out);
  expect(result.imports).toMatchObject([
    { file: 'fournil.gift', kind: 'gift', found: 4, made: 2, refused: 2, files: ['banks/fournil.md'] },
  ]);
  expect(result.imports[0].remarks.map(({ message }: { message: string }) => message)[0]).toContain('A brace isn’t closed');
});

test('pictures beside a Markdown text are copied; those outside its folder are not', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const project = makeProject({
    'textes/depot.md': '# Dépôt\n\n![Un quai](quai.png) ![Ailleurs](../secret.png)\n\nPrêt ?\n\n- [x] oui\n- [ ] non\n',
  });
  for (const path of ['textes/quai.png', 'secret.png']) writeFileSync(join(project, path), png);
  const { code, out } = await runCartable(['import', 'textes/depot.md'], project);
  expect([code, out.includes('Un endroit à revoir')]).toEqual([0, true]);
  expect(filesIn(join(project, 'modules/cours-depot'))).toEqual(['IMPORT-depot.md', 'assets/depot/quai.png', 'course.yaml', 'depot.md']);
  expect((await runCartable(['validate'], project)).code).toBe(0);
});

test.each([
  ['a file that is not there', ['import', 'rien.gift'], 'erreur Le fichier rien.gift n’existe pas.\n'],
  ['a course that is not there', ['import', 'fournil.gift', '--course', 'quais'], /^erreur .*« quais »/],
  ['one bad file among others', ['import', 'fournil.gift', 'vide.gift'], 'erreur vide.gift est vide.\n'],
  ['a folder', ['import', 'modules'], 'erreur Le fichier modules n’existe pas.\n'],
])('%s is a sentence, exit code 1, and nothing is written', async (_, args, sentence) => {
  const project = bakeryProject();
  writeFileSync(join(project, 'fournil.gift'), GIFT);
  writeFileSync(join(project, 'vide.gift'), '');
  const before = filesIn(project);
  const { code, out, err } = await runCartable(args, project);
  expect([code, out]).toEqual([1, '']);
  if (typeof sentence === 'string') expect(err).toBe(sentence);
  else expect(err).toMatch(sentence);
  expect(filesIn(project)).toEqual(before);
});

test('a bank alone needs a course, and what can’t be written is a sentence and leaves nothing', async () => {
  const empty = makeProject({ 'fournil.gift': GIFT });
  expect((await runCartable(['import', 'fournil.gift', '--as', 'bank'], empty)).err).toContain('cartable new course');
  expect(filesIn(empty)).toEqual(['fournil.gift']);
  writeFileSync(join(empty, 'modules'), 'un fichier');
  const { code, err } = await runCartable(['import', 'fournil.gift'], empty);
  expect([code, err]).toEqual([1, expect.stringMatching(/^erreur modules\S* ne peut pas être écrit \(E\w+\)/)]);
  expect(filesIn(empty)).toEqual(['fournil.gift']);
});

test('a folder without a course, such as that of a killed import, is left alone', async () => {
  const project = makeProject({ 'fournil.gift': GIFT, 'modules/cours-fournil/fournil.md': 'Mes notes.' });
  expect((await runCartable(['import', 'fournil.gift'], project)).code).toBe(0);
  expect(filesIn(join(project, 'modules/cours-fournil'))).toEqual(['fournil.md']);
  expect(filesIn(join(project, 'modules/cours-fournil-2'))).toContain('course.yaml');
});
