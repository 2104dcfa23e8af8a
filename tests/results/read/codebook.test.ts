import { beforeAll, expect, test } from 'vitest';
import { fitsQuestion, itemWords, verdictOf } from '../../../build/results/join/decode-answer.ts';
import type { Codebook } from '../../../build/results/model.ts';
import { readCodebook } from '../../../build/results/read/codebook.ts';
import { decodeText } from '../../../build/results/read/decode.ts';
import { readDelimited } from '../../../build/results/read/delimited.ts';
import { CODEBOOK_COLUMNS } from '../../../build/sheets/codebook.ts';
import { type SheetKey, sheetStrings } from '../../../build/sheets/sheet-strings.ts';
import { examplesProject, type Language, languages } from '../../helpers/examples-project.ts';
import { type BuiltSheets, buildSheets } from '../../sheets/built-sheets.ts';
import { sample } from './samples.ts';

const built = new Map<Language, BuiltSheets>();

beforeAll(async () => {
  for (const lang of languages) built.set(lang, await buildSheets(examplesProject(lang), { targets: ['scorm12', 'scorm2004-4'] }));
});

function codebookOf(lang: Language, target: string): Codebook {
  const text = built.get(lang)?.codebook(`galerie/types.${target}`) ?? '';
  const [one] = readCodebook(readDelimited(text), 'types.codebook.csv') ?? [];
  if (!one) throw new Error('not read');
  return one;
}

const cases = languages.flatMap((lang) => ['scorm12', 'scorm2004-4'].map((target) => [lang, target] as const));

test.each(cases)('every line of a codebook in %s for %s is read, and its right answers are right answers', (lang, target) => {
  const { questions, session } = codebookOf(lang, target);
  expect(session).toBe('types');
  expect(questions.length).toBeGreaterThan(40);
  for (const question of questions) {
    for (const pattern of question.right) {
      // Of a range, its end.
      const right = question.kind === 'numeric' ? (/^-?[\d.]+/.exec(pattern)?.[0] ?? '') : pattern;
      expect([question.id, right, fitsQuestion(question, right)]).toEqual([question.id, right, true]);
      expect([question.id, right, verdictOf(question, right, undefined)]).toEqual([question.id, right, 'right']);
    }
    if (['choice', 'sequencing', 'likert', 'matching'].includes(question.kind))
      expect([question.id, question.near.size]).not.toEqual([question.id, 0]);
  }
});

test('both standards, and both languages, have the same questions', () => {
  const ids = (lang: Language, target: string): string[] => codebookOf(lang, target).questions.map(({ id }) => id);
  expect(ids('fr', 'scorm2004-4')).toEqual(ids('fr', 'scorm12'));
  expect(ids('en', 'scorm12').length).toBeGreaterThan(40);
});

test('a codebook of version 0.1, without places, is read', () => {
  const [codebook] = readCodebook(readDelimited(decodeText(sample('seance-1.codebook.csv').bytes)), 'a.csv') ?? [];
  expect(codebook?.questions).toHaveLength(101);
  const question = codebook?.byId.get('s1-cas-descriptions');
  expect(question && itemWords(question, 'a.b')).toBe('La table du jeudi → Institutionnel, avec une convention');
  expect(question?.competencies).toEqual(['c4-5']);
  expect([codebook?.byId.get('b1-donc')?.drawn, codebook?.byId.get('s1-coup-oeil')?.drawn]).toEqual([true, false]);
});

test('parts that were removed keep their names, in pairs as well', () => {
  const rows = decodeText(sample('seance-1.codebook.csv').bytes).split('\r\n');
  const more = (id: string, from: string, to: string): string =>
    rows.find((row) => row.startsWith(`${id};`))?.replace(from, `${from}${to}`) ?? '';
  const text = [
    rows[0],
    more('s1-cas-descriptions', 'Porté par une politique publique', ' | d = le jardin → Hors cadre (retiré)'),
    more('s1-plan-logement', 'Le texte de la politique publique.', ' | e = son nom (retiré)'),
  ].join('\r\n');
  const [codebook] = readCodebook(readDelimited(text), 'a.csv') ?? [];
  const [pairs, choice] = codebook?.questions ?? [];
  expect(pairs && ['d.d', 'a.d', 'd.a'].map((item) => itemWords(pairs, item))).toEqual([
    'le jardin → Hors cadre',
    'La table du jeudi → Hors cadre',
    'le jardin → Informel, entre professionnels de terrain',
  ]);
  expect(choice && itemWords(choice, 'e')).toBe('son nom');
});

test('what a cell doesn’t have is empty, 0 or not asked for', () => {
  const strings = sheetStrings('en');
  const read = (cells: Readonly<Record<string, string>>) =>
    readCodebook(
      [
        CODEBOOK_COLUMNS.map((column) => strings.format(`column.${column}` as SheetKey)),
        CODEBOOK_COLUMNS.map((column) => ({ id: 'four', place: '0', ...cells })[column as string] ?? ''),
      ],
      'a.csv',
    )?.[0]?.questions[0];
  expect(read({})).toMatchObject({ kind: 'text', points: 0, right: [], competencies: [], required: false, drawn: false });
  expect(read({ points: '1.5', required: strings.format('yes') })).toMatchObject({ points: 1.5, required: true });
  // A codebook of another version, whose pairs are written in another way.
  expect(read({ type: 'matching', answers: 'a = Pelle | b = Lame' })).toMatchObject({
    kind: 'matching',
    near: new Map([
      ['a', 'Pelle'],
      ['b', 'Lame'],
    ]),
    far: new Map(),
  });
});

test('another table is no codebook', () => {
  expect(
    readCodebook(
      [
        ['identifiant', 'question'],
        ['a', 'b'],
      ],
      'a.csv',
    ),
  ).toBeUndefined();
});
