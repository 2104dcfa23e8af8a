import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readOds, readXlsx } from '../../../build/results/read/workbook.ts';

const ods = (table: string) =>
  readOds(
    zipSync({
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table><table:table-column/>${table}</table:table><table:table><table:table-row><table:table-cell><text:p>autre</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );
const cell = (text: string, more = '') => `<table:table-cell${more}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

test('cells of the first sheet of an .ods', () => {
  expect(ods(row(cell('Nom'), cell('Note')) + row(cell('Ines &amp; Marc'), cell('08')))).toEqual([
    ['Nom', 'Note'],
    ['Ines & Marc', '08'],
  ]);
});

test('repeated cells, empty ones at the end left out; empty rows are none', () => {
  expect(
    ods(
      row(
        cell('a', ' table:number-columns-repeated="2"'),
        cell('', ' table:number-columns-repeated="2"'),
        cell('b'),
        cell('', ' table:number-columns-repeated="16000"'),
      ) + row(cell('')),
    ),
  ).toEqual([['a', 'a', '', '', 'b']]);
  expect(ods(row(cell('a', ' table:number-columns-repeated="99999"')))[0]).toHaveLength(4096);
  expect(ods(row(cell('a', ' table:style-name="3" table:number-columns-repeated="2"'), cell('b', ' table:style-name="3"')))).toEqual([
    ['a', 'a', 'b'],
  ]);
  expect(ods(row(cell('a'), '<table:covered-table-cell/>', cell('b')))).toEqual([['a', '', 'b']]);
});

test('paragraphs, breaks, spaces and marked text', () => {
  expect(
    ods(
      row(
        '<table:table-cell><text:p>un<text:line-break/>deux<text:s/> <text:span>trois</text:span></text:p><text:p>quatre</text:p></table:table-cell>',
      ),
    ),
  ).toEqual([['un\ndeux  trois\nquatre']]);
});

test('a comment on a cell is not its text', () => {
  const comment = '<office:annotation><text:p>Vu</text:p></office:annotation>';
  expect(ods(row(`<table:table-cell>${comment}<text:p>un</text:p></table:table-cell>`))).toEqual([['un']]);
});

test('a file without content is broken', async () => {
  expect(() => readOds(zipSync({ a: strToU8('a') }))).toThrow('content.xml');
  await expect(readXlsx(strToU8('no zip'))).rejects.toThrow();
});

test('cells of an .xlsx', async () => {
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t> Nom </t></is></c><c r="C1"><v>8.5</v></c></row></sheetData></worksheet>';
  const book =
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  const files = {
    '[Content_Types].xml': types,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': rels,
    'xl/worksheets/sheet1.xml': sheet,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  expect(await readXlsx(bytes)).toEqual([[' Nom ', '', '8.5']]);
});
