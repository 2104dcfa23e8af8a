import { expect, test } from 'vitest';
import { makeReport } from '../../build/results/make-report.ts';
import type { SourceFile } from '../../build/results/model.ts';
import { decodeText } from '../../build/results/read/decode.ts';
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
