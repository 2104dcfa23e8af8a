import { expect, test } from 'vitest';
import { makeReport } from '../../build/results/make-report.ts';
import type { SourceFile } from '../../build/results/model.ts';
import { decodeText } from '../../build/results/read/decode.ts';
import { answersCsv, competenciesCsv, proofsCsv } from '../../build/results/sheets/csv-files.ts';
import { reportStrings } from '../../build/results/strings.ts';
import { fileOf, sample } from './read/samples.ts';

const ROWS = [
  ['Nom', 'Adresse', 'Tentative', 'Début', 'Fin', 'Score', 'Autre'],
  ['Ana', 'ana@example.invalid', '-', '-', '-', '-', '-'],
];

async function errorsOf(...files: readonly SourceFile[]): Promise<readonly string[]> {
  const made = await makeReport({ folder: 'ici', files, codebooks: [], packages: [], anonymous: false, lang: 'en' });
  return 'errors' in made ? made.errors : [];
}

test('a download without any attempt is about nobody, where it could be about two sessions', async () => {
  const book = sample('seance-1.codebook.csv');
  const other = fileOf('autre.codebook.csv', decodeText(book.bytes).replaceAll(';seance-1;', ';seance-2;'));
  const download = fileOf('a.txt', ROWS.map((row) => row.join('\t')).join('\n'));
  expect([await errorsOf(download, book), await errorsOf(download, book, other)]).toEqual([[], [expect.stringContaining('ici')]]);
});

test('the same sentence is there once', async () => {
  expect(await errorsOf(fileOf('a.xlsx', 'x'), fileOf('a.xlsx', 'y'))).toHaveLength(1);
});

test('a damaged file hides no mistake about another one', async () => {
  const input = { folder: 'ici', files: [fileOf('a.xlsx', 'x')], packages: [fileOf('b.csv', 'y;z')], codebooks: [fileOf('c.csv', 'y;z')] };
  const made = await makeReport({ ...input, anonymous: false, lang: 'en' });
  expect('errors' in made && made.errors.map((error) => error.slice(0, 6))).toEqual(['a.xlsx', 'b.csv ', 'c.csv ']);
});

test('each table is in the file of its name, and a file that isn’t used is named once', async () => {
  const strings = reportStrings('en');
  const files = [sample('s1-basic.ods'), sample('seance-1.codebook.csv'), fileOf('a.txt', 'x'), fileOf('a.txt', 'y')];
  const interactions = sample('s1-interactions-all.tab_separated.txt');
  const made = await makeReport({
    folder: 'ici',
    files: [interactions, ...files],
    codebooks: [],
    packages: [],
    anonymous: false,
    lang: 'en',
  });
  if ('errors' in made) throw new Error(made.errors.join());
  const { report, outputs } = made;
  const textOf = (end: string): string | undefined => outputs.find(({ name }) => name === end)?.text;
  expect(textOf('resultats.csv')).toBe(answersCsv(report, strings));
  expect(textOf('competences.csv')).toBe(competenciesCsv(report, strings));
  expect(textOf('preuves-indicateur-11.csv')).toBe(proofsCsv(report, strings));
  expect(report.notes).toEqual([expect.stringContaining('a.txt')]);
});
