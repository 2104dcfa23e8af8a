import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../../../../build/exchange/read/docx/docx.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';
import { type DocxPart, makeDocx } from '../../../helpers/make-docx.ts';

async function read(parts: readonly DocxPart[], more: Readonly<Record<string, Uint8Array>> = {}) {
  const reading = new Reading('fr', 'assets/x');
  return { pieces: await readDocx(makeDocx(parts, more), reading), remarks: reading.remarks };
}

const prose = (line: number, text: string) => ({ kind: 'prose', text, line });

test('the parts of a document in full, each with the number of its paragraph', async () => {
  const long = `Que ${'a'.repeat(150)} ?`;
  const { pieces, remarks } = await read([
    { text: 'Le dépôt', style: 'Title' },
    { text: ' ', style: 'heading 1' },
    { text: 'Matin', style: 'heading 2' },
    long,
    '',
    'Quel outil ?',
    'Réponse : la clé',
    'Explication : elle ouvre',
    'Fin ?  ',
    'Fin.',
  ]);
  const common = { name: '', points: 1, category: [], tags: [] };
  const short = { kind: 'short', answers: [{ text: 'la clé', weight: 100 }] };
  expect(pieces).toEqual([
    { kind: 'heading', level: 0, text: 'Le dépôt', line: 1 },
    { kind: 'heading', level: 2, text: 'Matin', line: 3 },
    prose(4, long),
    { kind: 'question', question: { ...common, text: 'Quel outil ?', after: 'elle ouvre', line: 5, ...short } },
    prose(8, 'Fin ?'),
    prose(9, 'Fin.'),
  ]);
  expect(remarks).toEqual([
    { level: 'note', key: 'docx.question', line: 4, values: { text: long.slice(0, 120) } },
    { level: 'note', key: 'docx.question', line: 8, values: { text: 'Fin ?' } },
  ]);
});

test('unknown styles are named once, with the signs in their names, or by their ids', async () => {
  const style = (id: string, name: string): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('a', 'Note')}${style('b', "L’encadré de l'auteur (2)")}</w:styles>`;
  const parts = ['a', 'b', 'a', 'c'].map((id) => ({ text: id, style: id }));
  const { remarks } = await read(parts, { 'word/styles.xml': strToU8(styles) });
  expect(remarks).toEqual([{ level: 'note', key: 'docx.styles', line: 0, values: { styles: "Note, L’encadré de l'auteur (2), c" } }]);
});
