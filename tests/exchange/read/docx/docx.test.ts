import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { imported, importFile } from '../../../helpers/import-file.ts';
import { importedCourse } from '../../../helpers/imported-course.ts';
import { type DocxPart, makeDocx } from '../../../helpers/make-docx.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (one) => one.charCodeAt(0),
);

/** Ten questions about a tram depot, as trainers write them in Word. */
const TEN: readonly DocxPart[] = [
  { text: 'Une journée au dépôt', style: 'Title' },
  { text: 'Le matin', style: 'heading 1' },
  'Les rames sortent à cinq heures.',
  { text: 'du sable', level: 0 },
  { text: 'de l’huile', level: 0 },
  { text: 'Le plan', picture: PNG },
  '1. Que vérifie-t-on en premier ?',
  { text: 'les freins', level: 0, isBold: true },
  { text: 'la radio', level: 0 },
  'Explication : sans freins, pas de départ.',
  'Question 2 : Quelles lampes ?',
  'a) avant *',
  'b) arrière *',
  'c) plafond',
  { text: 'Combien de portes ?', level: 0, isNumbered: true },
  { text: 'quatre', level: 1 },
  { text: 'six', level: 1 },
  { text: 'Quel frein ?', level: 0, isNumbered: true },
  { text: 'à main', level: 1, isHighlighted: true },
  { text: 'à pied', level: 1 },
  { text: 'Le soir', style: 'heading 1' },
  'La caténaire est sous tension.',
  'Vrai *',
  'Faux',
  'Quelle tension ?',
  'Réponse : 750',
  'Quel outil ?',
  'Réponse : la perche ou une perche',
  'Reliez chaque rame à sa ligne :',
  {
    rows: [
      ['Rame 1', 'Ligne A'],
      ['Rame 2', 'Ligne B'],
    ],
  },
  'Racontez un retour.',
  '______________________',
  'Où est la clé ?',
  'A. au mur',
  'B. dans le tiroir',
  'Réponse : B',
];

test('ten questions of a Word document become a session; only the marked place has to be corrected', async () => {
  const one = await imported('depot.docx', makeDocx(TEN));
  expect([one.found, one.made, one.session]).toEqual([10, 10, 'depot']);
  const text = one.text('depot.md');
  expect(text).toContain('title: "Une journée au dépôt"');
  expect(text.match(/^(?:# .*|:::(?!after)[\w-]+.*)$/gm)).toEqual([
    '# Le matin {#le-matin}',
    ':::choice{#que-verifie-t-on-en-premier}',
    ':::choice{#quelles-lampes}',
    ':::choice{#combien-de-portes}',
    ':::choice{#quel-frein}',
    '# Le soir {#le-soir}',
    ':::true-false{#la-catenaire-est-sous-tension}',
    ':::numeric{#quelle-tension answer=750}',
    ':::short-text{#quel-outil answer="la perche / une perche"}',
    ':::matching{#reliez-chaque-rame-a-sa-ligne}',
    ':::open-question{#racontez-un-retour}',
    ':::choice{#ou-est-la-cle}',
  ]);
  expect(text).toContain('- [x] les freins\n- [ ] la radio');
  expect(text).toContain('- [x] avant\n- [x] arrière\n- [ ] plafond');
  expect(text).toContain('- [ ] au mur\n- [x] dans le tiroir');
  expect(text).toContain('- du sable\n- de l’huile');
  // No right answer was marked here.
  const mark = '<!-- À revoir\u00a0: aucune bonne réponse n’est marquée. Mettez un x entre les crochets de la bonne. -->';
  expect(text).toContain(`${mark}\n:::choice{#combien-de-portes}`);
  expect(importedCourse(one).errors).toHaveLength(1);
  const corrected = text.replace('- [ ] quatre', '- [x] quatre');
  const files = one.files.map((file) => (file.path === 'depot.md' ? { ...file, data: corrected } : file));
  expect(importedCourse({ files, session: 'depot' }).errors).toEqual([]);
});

test('pictures are copied, what is unsure is listed', async () => {
  const one = await imported('depot.docx', makeDocx(TEN));
  expect(one.files.map(({ path }) => path)).toEqual(['depot.md', 'assets/depot/image-1.png']);
  expect(one.remarks.map(({ level, key }) => `${level} ${key}`)).toEqual(['review text.alt', 'review no-right', 'review pairs']);
});

test('styles that Cartable doesn’t know, and questions without answers, are reported', async () => {
  const one = await imported('depot.docx', makeDocx([{ text: 'Note', style: 'Encadré' }, 'Que faire ?', 'Attendre.']));
  expect(one.remarks.map(({ key, line, values }) => [key, line, values])).toEqual([
    ['docx.styles', 0, { styles: 'Encadré' }],
    ['docx.question', 2, { text: 'Que faire ?' }],
  ]);
  expect(importedCourse(one).errors).toEqual([]);
});

test('a choice that is underlined is right', async () => {
  const choices: DocxPart[] = [
    { text: 'à main', level: 0, isUnderlined: true },
    { text: 'à pied', level: 0 },
  ];
  const one = await imported('depot.docx', makeDocx(['Quel frein ?', ...choices]));
  expect(one.text('depot.md')).toContain('- [x] à main\n- [ ] à pied');
});

test('as a bank, texts are reported as lost', async () => {
  const one = await imported('depot.docx', makeDocx(TEN), 'bank');
  expect(one.files.map(({ path }) => path)).toEqual(['banks/depot.md']);
  expect([one.found, one.made]).toEqual([10, 9]);
  expect(one.remarks.filter(({ key }) => key === 'write.prose').map(({ values }) => values.text)).toContain(
    'Les rames sortent à cinq heures.',
  );
});

test.each([
  ['a zip that is no document', zipSync({ 'a.txt': strToU8('a') }), 'file.not-docx'],
  ['a zip that swells', makeDocx(['a'], { 'word/media/a.bin': new Uint8Array(70 * 2 ** 20) }), 'file.bomb'],
  [
    'entities',
    makeDocx(['a'], { 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>') }),
    'file.doctype',
  ],
  ['half a document', makeDocx(['a']).slice(0, 900), 'file.damaged'],
  ['a document that isn’t XML', makeDocx(['a'], { 'word/document.xml': strToU8('<w:document') }), 'file.damaged'],
])('%s is refused', async (_, bytes, key) => {
  expect(await importFile('a.docx', bytes)).toMatchObject({ fault: { key } });
});
