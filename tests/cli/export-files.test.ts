import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { type ExportOptions, runExport } from '../../build/cli/export.ts';
import { count, fill, strings } from '../../build/cli/strings.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';

const CHOICE = (id: string, more = ''): string => `:::choice{#${id}}\nQuel ${id} ?\n\n${more}- [x] oui\n- [ ] non\n:::\n`;
const FILES = {
  ...rames(
    `# Le quai {#quai}\n\n${CHOICE('frein', '![Le frein](assets/frein.svg)\n\n')}\n::include{file="commun/rappel.md"}\n\n::quiz{#bilan bank="banks/fonds.md"}\n`,
  ),
  'assets/frein.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
  'banks/fonds.md': `---\ntitle: Les voies › Signaux › Feux\n---\n\n${CHOICE('feu')}`,
  'banks/nord/gare.md': `---\ntitle: Gare\n---\n\n${CHOICE('signal')}`,
  'banks/seule.md': `---\ntitle: Seule\n---\n\n${CHOICE('aiguille')}`,
  'commun/rappel.md': CHOICE('rail'),
};

async function exported(project: string, name: string, options: ExportOptions, more: Partial<CommandContext> = {}) {
  const { context, printed, complaints } = commandContext(project, more);
  return { code: await runExport(name, options, context), printed, complaints };
}
const out = (): string => join(mkdtempSync(join(tmpdir(), 'cartable-export-')), 'questions.xml');
const shown = (path: string): string => relative(process.cwd(), path);

test('questions have the categories of their files, whose title or name it is, and their pictures', async () => {
  const path = out();
  const { code, printed, complaints } = await exported(depot(FILES), 'depot', { to: 'moodle-xml', out: path });
  expect([code, printed[0], complaints]).toEqual([0, count('exported', { n: 3, file: shown(path) }, 'fr'), []]);
  const xml = readFileSync(path, 'utf8');
  const categories = [...xml.matchAll(/<text>\$course\$\/top\/([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(categories).toEqual(['Les rames', 'rappel', 'Les voies/Signaux/Feux']);
  expect(xml).toContain(`>${Buffer.from(FILES['assets/frein.svg']).toString('base64')}</file>`);
});

test('a bank is exported alone, whether a session uses it or not', async () => {
  const project = depot(FILES);
  for (const [name, category, id] of [
    ['fonds', 'Les voies/Signaux/Feux', 'feu'],
    ['seule', 'Seule', 'aiguille'],
    ['nord/gare', 'Gare', 'signal'],
  ]) {
    const path = out();
    const { code } = await exported(project, `modules/depot/banks/${name}.md`, { to: 'moodle-xml', out: path });
    const xml = readFileSync(path, 'utf8');
    expect([code, xml.includes(`$course$/top/${category}<`), xml.match(/<idnumber>[^<]+/g)]).toEqual([0, true, [`<idnumber>${id}`]]);
  }
});

test('a name counts from each folder of the command, and a course may be named by a path', async () => {
  const project = depot(FILES);
  const folders = [project, join(project, 'modules/depot/banks')];
  expect((await exported(project, 'fonds.md', { to: 'gift', out: out() }, { folders })).code).toBe(0);
  expect((await exported(project, 'modules/depot', { to: 'gift', out: out() })).code).toBe(0);
});

test('of two files of a name, that of the first folder is meant; the lock of its course does not matter', async () => {
  const project = depot({ ...FILES, 'rappels/fonds.md': `---\ntitle: Rappels\n---\n\n${CHOICE('autre')}`, 'course.lock.yaml': '[' });
  const folders = ['banks', 'rappels'].map((folder) => join(project, 'modules/depot', folder));
  const found = async (some: readonly string[]): Promise<string | undefined> => {
    const path = out();
    expect((await exported(project, 'fonds.md', { to: 'moodle-xml', out: path }, { folders: some })).complaints).toEqual([]);
    return /<idnumber>([^<]+)/.exec(readFileSync(path, 'utf8'))?.[1];
  };
  expect([await found(folders), await found([...folders].reverse())]).toEqual(['feu', 'autre']);
});

test('questions that have no ids yet are exported as well, of a course and of a bank', async () => {
  const bare = (text: string): string => text.replaceAll(/\{#[^}]+\}/g, '');
  const project = depot({ ...rames(bare(`# Le quai {#quai}\n\n${CHOICE('frein')}`)), 'banks/fonds.md': bare(FILES['banks/fonds.md']) });
  for (const name of ['depot', 'modules/depot/banks/fonds.md']) {
    const path = out();
    const { code, printed, complaints } = await exported(project, name, { to: 'gift', out: path });
    expect([code, printed[0], complaints]).toEqual([0, count('exported', { n: 1, file: shown(path) }, 'fr'), []]);
  }
});

test('variables have their values', async () => {
  const path = out();
  const project = depot(rames(`# Le quai {#quai}\n\n${CHOICE('frein').replace('Quel frein', 'Que fait {{chef}}')}`));
  expect((await exported(project, 'depot', { to: 'gift', out: path })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain('Que fait le chef de dépôt');
});

test('mistakes in the sources are shown, as JSON too, and nothing is written', async () => {
  const project = depot({ ...FILES, ...rames('# Le quai {#quai}\n\n::choix\n') });
  const path = out();
  const plain = await exported(project, 'depot', { to: 'gift', out: path });
  expect([plain.code, plain.printed, plain.complaints[0]]).toEqual([1, [], expect.stringContaining('unknown-directive')]);
  const json = await exported(project, 'depot', { to: 'gift', out: path, json: true });
  expect([json.code, json.complaints, existsSync(path)]).toEqual([1, [], false]);
  expect(JSON.parse(json.printed.join('')).diagnostics).toMatchObject([{ code: 'unknown-directive', at: { line: 8 } }]);
});

test('other programs get the file, the number of questions and what is lost; a reader each loss at its place', async () => {
  const scale = ':::scale{#ou levels="non; oui"}\nOù ?\n\n- Là\n:::\n';
  const project = depot(rames(`# Le quai {#quai}\n\n${CHOICE('frein')}\n${scale}`));
  const path = out();
  const { printed } = await exported(project, 'depot', { to: 'moodle-xml', out: path, json: true });
  const { file, made, remarks } = JSON.parse(printed.join(''));
  expect([file, made, remarks]).toEqual([
    shown(path),
    1,
    [expect.objectContaining({ id: 'ou', file: 'rames.md', line: 15, message: expect.stringContaining('scale') })],
  ]);
  const plain = await exported(project, 'depot', { to: 'moodle-xml', out: out() });
  expect(plain.printed[1]).toBe(`${shown(join(project, 'modules/depot/rames.md'))}:15  #ou  ${remarks[0].message}`);
});

test('a file is never replaced, and one outside of all courses is no bank', async () => {
  const project = depot(FILES);
  const path = out();
  writeFileSync(path, 'à moi');
  const taken = await exported(project, 'depot', { to: 'gift', out: path });
  expect(taken).toMatchObject({ code: 1, printed: [], complaints: [`erreur ${fill(strings.fr.fileExists, { file: shown(path) })}`] });
  expect(readFileSync(path, 'utf8')).toBe('à moi');
  mkdirSync(join(project, 'notes'));
  writeFileSync(join(project, 'notes/a.md'), CHOICE('x'));
  const none = await exported(project, 'notes/a.md', { to: 'gift', out: out() });
  expect(none).toMatchObject({ code: 1, complaints: [`erreur ${fill(strings.fr.noBank, { file: 'notes/a.md' })}`] });
  const unknown = await exported(project, 'gare', { to: 'gift', json: true });
  expect([unknown.code, unknown.complaints, JSON.parse(unknown.printed.join('')).errors[0]]).toEqual([
    1,
    [],
    expect.stringContaining('gare'),
  ]);
});
