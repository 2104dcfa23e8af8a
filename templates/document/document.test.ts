import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentBytes } from '../../build/files/file-kind.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::document{src=grille.pdf title="La grille"}', []],
  ['::document{src=grille.pdf}', ['missing-attribute:1']],
  ['::document{src=grille.exe title="La grille"}', ['bad-attribute:1']],
])('%s', (text, codes) => expect(readActivity('document', schema, text).found).toEqual(codes));

it('shows the size of a document in words', () => {
  const { options } = readActivity('document', schema, '::document{src=grille.pdf title="La grille"}');
  expect(String(options.srcSize).replace(/\s/g, ' ')).toBe('4 ko');
});

it.each([
  ['grille.pdf', '%PDF-1.7\n', 9],
  ['grille.PDF', '\n\n%PDF-1.7\n', 11],
  ['grille.pdf', '<html>', null],
  ['grille.docx', 'PK\x03\x04', 4],
  ['grille.docx', '%PDF-1.7', null],
])('%s that begins with %j has %s bytes', (name, text, bytes) => {
  const path = join(mkdtempSync(join(tmpdir(), 'cartable-document-')), name);
  writeFileSync(path, text, 'latin1');
  expect(documentBytes(nodeFiles, path)).toBe(bytes);
});
