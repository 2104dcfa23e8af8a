import { expect, test } from 'vitest';
import { importFile } from '../helpers/import-file.ts';
import { makeDocx } from '../helpers/make-docx.ts';

const PNG = Uint8Array.from([0x89, 80, 78, 71, 13, 10, 1]);

/** Imports a file, and gives its result with the paths of its files only. */
async function paths(...call: Parameters<typeof importFile>) {
  const found = await importFile(...call);
  return 'fault' in found ? found : { ...found, files: found.files.map(({ path }) => path) };
}

const one = { found: 1, made: 1, remarks: [], kind: 'gift', place: 'line' };

test.each([
  ['con.gift', 'import-con'],
  ['AUX.gift', 'import-aux'],
  ['lpt1.gift', 'import-lpt1'],
  ['course.gift', 'import-course'],
  ['Course.v2.gift', 'course-v2'],
  ['com10.gift', 'com10'],
  ['?.gift', 'import'],
])('the files made of %s are called %s', async (name, base) => {
  expect(await paths(name, 'Un {T}')).toEqual({ ...one, name, files: [`banks/${base}.md`, `${base}.md`], session: base });
});

test.each([
  ['its session is there', { isTaken: (path: string) => path === 'x.md' }, 'x-import'],
  ['its pictures are there', { isTaken: (path: string) => path === 'assets/x' }, 'x-import'],
  ['its report is there', { isTaken: (path: string) => path === 'IMPORT-x.md' }, 'x-2'],
  ['its id is taken', { ids: ['x'] }, 'x-2'],
  ['its id is that of a competency', { competencies: ['x'] }, 'x-2'],
])('another name is made if %s', async (_, receiver, base) => {
  expect(await paths('x.gift', 'Un {T}', undefined, receiver)).toMatchObject({ files: [`banks/${base}.md`, `${base}.md`], session: base });
});

test('a session in full, with its picture, and what is to review at its question', async () => {
  const source = '# Un\n\nDeux ![Plan](a.png) ![b](b.png)\n\n- [ ] a\n- [ ] b\n\n## Trois';
  const beside = (path: string): Uint8Array | undefined => (path === 'a.png' ? PNG : undefined);
  const text = [
    '---\nid: x\ntitle: "Un"\ncompletion: activities\n---',
    '# Un {#un}',
    '<!-- À revoir\u00a0: une image manque. Son adresse était\u00a0: b.png -->\n<!-- À revoir\u00a0: aucune bonne réponse n’est marquée. Mettez un x entre les crochets de la bonne. -->\n:::choice{#deux-b}\nDeux ![Plan](assets/x/a.png) b',
    '- [ ] a\n- [ ] b\n:::',
    '# Trois {#trois}\n',
  ].join('\n\n');
  expect(await importFile('x.md', source, undefined, { beside })).toEqual({
    name: 'x.md',
    kind: 'markdown',
    place: 'line',
    files: [
      { path: 'x.md', data: text },
      { path: 'assets/x/a.png', data: PNG },
    ],
    session: 'x',
    found: 1,
    made: 1,
    remarks: [
      { level: 'review', key: 'text.missing-picture', line: 3, values: { detail: 'b.png' }, id: 'deux-b' },
      { level: 'review', key: 'no-right', line: 3, values: {}, id: 'deux-b' },
    ],
  });
});

test('a text may be about a DOCTYPE, and begin with a byte order mark', async () => {
  for (const [name, source, written] of [
    ['x.gift', '\ufeff::Le type:: Que fait <!DOCTYPE html> ? {T}', /\{#le-type\}/],
    ['x.md', '\ufeff# Le type\n\nQue fait `<!DOCTYPE html>` ?\n\n- [x] oui\n- [ ] non', /title: "x"|# Le type/i],
  ] as const) {
    const found = await importFile(name, source);
    expect(found).toMatchObject({ made: 1, remarks: [] });
    const texts = 'files' in found ? found.files.map(({ data }) => String(data)).join('') : '';
    expect(texts).toMatch(written);
    expect(texts).not.toContain('\ufeff');
  }
});

test('a Word document is a session, whose questions are found by their paragraphs', async () => {
  const bytes = makeDocx(['Un quai.', 'Que faire ?', { text: 'attendre', level: 0, isBold: true }, { text: 'partir', level: 0 }]);
  expect(await paths('Le quai.docx', bytes)).toMatchObject({ kind: 'docx', place: 'paragraph', files: ['le-quai.md'], session: 'le-quai' });
});

test('a category that has the name of the file gives its bank no second name', async () => {
  const source = '$CATEGORY: Pain\n\nUn {T}\n\n$CATEGORY: Sel\n\nDeux {T}';
  expect(await paths('pain.gift', source, 'bank')).toMatchObject({ files: ['banks/pain.md', 'banks/pain-sel.md'] });
});

test('a picture of a question that is not made is no file', async () => {
  const beside = (): Uint8Array => PNG;
  expect(await paths('x.md', 'Un ![Plan](a.png)\n\n[[ ]] a\n\nDeux\n\n[[a]]', undefined, { beside })).toMatchObject({
    files: ['x.md'],
    found: 2,
    made: 1,
  });
});

test('as a bank, texts and open questions are reported, each once', async () => {
  const long = `Texte ${'a'.repeat(300)}`;
  expect(await paths('x.md', `${long}.\n\nQ ?\n\n- [x] a\n- [ ] b\n\n## *Fin*\n\nRacontez.\n\n[[___]]`, 'bank')).toEqual({
    name: 'x.md',
    kind: 'markdown',
    place: 'line',
    files: ['banks/x.md'],
    found: 2,
    made: 1,
    remarks: [
      { level: 'refused', key: 'write.bank', line: 10, values: {}, text: 'Racontez.', id: 'racontez' },
      { level: 'lost', key: 'write.prose', line: 1, values: { text: long.slice(0, 200) } },
      { level: 'lost', key: 'write.prose', line: 8, values: { text: 'Fin' } },
    ],
  });
});

test.each(['bank', 'quiz'] as const)('a text without questions makes nothing as a %s', async (as) => {
  expect(await paths('x.md', 'Texte.', as)).toEqual({
    name: 'x.md',
    kind: 'markdown',
    place: 'line',
    files: [],
    found: 0,
    made: 0,
    remarks: [{ level: 'lost', key: 'write.prose', line: 1, values: { text: 'Texte.' } }],
  });
});

test('more than twenty questions are drawn from, which is noted; open ones do not count', async () => {
  const asks = (count: number): string => Array.from({ length: count }, (_, n) => `Q${n} au four {T}`).join('\n\n');
  const note = { level: 'note', key: 'write.draw', line: 0, values: { draw: 20, n: 21 } };
  expect(await paths('x.gift', asks(21))).toMatchObject({ found: 21, made: 21, remarks: [note] });
  expect(await paths('x.gift', `${asks(20)}\n\nRacontez {}`)).toMatchObject({ found: 21, made: 21, remarks: [] });
});

test('where no question can be made, the first reason is given, by its line or not', async () => {
  expect(await importFile('x.gift', '// un\nUn {=a\n\nDeux {=%50%b}')).toEqual({
    fault: {
      key: 'file.none-made',
      values: { file: 'x.gift', n: 2, line: 2, reason: 'Une accolade n’est pas fermée\u00a0: il manque «\u00a0}\u00a0».' },
    },
  });
  expect(await importFile('x.xml', '<quiz><question type="a"/><question type="b"/></quiz>')).toMatchObject({
    fault: { key: 'file.none-made-elsewhere', values: { file: 'x.xml', n: 2, line: 1 } },
  });
  expect(await importFile('x.zip', Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({
    fault: { key: 'file.zip', values: { file: 'x.zip', most: 40 } },
  });
});
