import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCartable } from '../helpers/run-cartable.ts';

const samples = join(import.meta.dirname, '../fixtures/results');
const NAMES = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 'seance-1.codebook.csv'];

/** A folder with some downloads. */
function downloads(names: readonly string[] = NAMES): string {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-report-'));
  for (const name of names) cpSync(join(samples, name), join(folder, name));
  return folder;
}

/** Words that only learners' data have. */
const LEARNERS = /Bernard|Chevalier|example\.invalid|CCAS/;

test('writes the report beside the downloads, and shows nothing about learners', async () => {
  const folder = downloads();
  const { code, out, err } = await runCartable(['report', '.'], folder);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Bilan de 6 personnes : bilan/bilan.html');
  expect(out).toContain('5 personnes n’ont pas terminé.');
  expect(out).not.toMatch(LEARNERS);
  expect(readdirSync(folder).sort()).toEqual([...NAMES, 'bilan'].sort());
  const files = readdirSync(join(folder, 'bilan'));
  for (const name of ['bilan.html', 'resultats.csv', 'competences.csv', 'preuves-indicateur-11.csv', 'report.json'])
    expect(files).toContain(name);
  expect(files.filter((name) => name.startsWith('releve-'))).toHaveLength(6);
});

test('--json gives counts, --out another folder, --lang the language', async () => {
  const folder = downloads();
  const { code, out } = await runCartable(['report', folder, '--out', 'ailleurs', '--json', '--lang', 'en'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ report: 'ailleurs/bilan.html', people: 6, sessions: 1, questions: 101, unfinished: 5, notes: 0 });
  expect(readFileSync(join(folder, 'ailleurs/bilan.html'), 'utf8')).toContain('<html lang="en">');
  expect(existsSync(join(folder, 'bilan'))).toBe(false);
});

test('the codebook may be elsewhere, and a report without names removes the sheets with names', async () => {
  const folder = downloads(NAMES.slice(0, 2));
  const book = join(samples, 'seance-1.codebook.csv');
  expect((await runCartable(['report', folder, '--codebook', book], folder)).code).toBe(0);
  const trainersOwn = join(folder, 'bilan/releve-du-formateur.html');
  writeFileSync(trainersOwn, 'x');
  expect((await runCartable(['report', folder, '--codebook', book, '--anonymous'], folder)).code).toBe(0);
  const sheets = readdirSync(join(folder, 'bilan')).filter((name) => name.startsWith('releve-'));
  expect(sheets).toEqual([1, 2, 3, 4, 5, 6].map((n) => `releve-00${n}.html`).concat('releve-du-formateur.html'));
  for (const name of readdirSync(join(folder, 'bilan'))) {
    const text = readFileSync(join(folder, 'bilan', name), 'utf8');
    expect([name, /Bernard|Chevalier|example\.invalid/.exec(text)?.[0]]).toEqual([name, undefined]);
  }
});

test.each([
  ['a folder that is not there', ['report', 'nulle-part'], 'erreur Le dossier nulle-part n’existe pas.\n'],
  ['a codebook that is not there', ['report', '.', '--codebook', 'x.csv'], 'erreur Le fichier x.csv n’existe pas.\n'],
  [
    'a package that is none',
    ['report', '.', '--package', 's1-completion.csv'],
    'erreur s1-completion.csv n’est pas un paquet de Cartable.\n',
  ],
  [
    'an output that is a file',
    ['report', '.', '--out', 's1-completion.csv'],
    'erreur Le bilan ne peut pas être écrit dans s1-completion.csv.\n',
  ],
])('%s is a sentence, exit code 1, and nothing is written', async (_, args, sentence) => {
  const folder = downloads();
  const { code, out, err } = await runCartable(args, folder);
  expect([code, out, err]).toEqual([1, '', sentence]);
  expect(readdirSync(folder).sort()).toEqual([...NAMES].sort());
});

test('a mistake leaves the last report as it was', async () => {
  const folder = downloads();
  await runCartable(['report', '.'], folder);
  const before = readFileSync(join(folder, 'bilan/report.json'), 'utf8');
  writeFileSync(join(folder, 'coupe.xlsx'), readFileSync(join(samples, 's1-basic.xlsx')).subarray(0, 3000));
  const { code, err } = await runCartable(['report', '.'], folder);
  expect([code, err]).toEqual([1, 'erreur coupe.xlsx est endommagé ou incomplet\u00a0: téléchargez-le de nouveau.\n']);
  expect(readFileSync(join(folder, 'bilan/report.json'), 'utf8')).toBe(before);
});

test('folders inside and hidden files are not read', async () => {
  const folder = downloads();
  mkdirSync(join(folder, 'vieux'));
  writeFileSync(join(folder, 'vieux/coupe.xlsx'), 'PK\u0003\u0004');
  for (const name of ['.~lock.s1.xlsx', '~$s1.xlsx']) writeFileSync(join(folder, name), 'PK\u0003\u0004');
  expect((await runCartable(['report', '.'], folder)).code).toBe(0);
});
