import { expect, test } from 'vitest';
import { readCodebook } from '../../../build/results/read/codebook.ts';
import { CODEBOOK_COLUMNS } from '../../../build/sheets/codebook.ts';
import { type SheetKey, sheetStrings } from '../../../build/sheets/sheet-strings.ts';

type Cells = Partial<Record<(typeof CODEBOOK_COLUMNS)[number], string>>;

/** A codebook of these lines. */
function read(lines: readonly Cells[], { lang = 'fr', columns = CODEBOOK_COLUMNS as readonly string[] } = {}) {
  const { format } = sheetStrings(lang);
  const rows = lines.map((line) => columns.map((column) => (line as Record<string, string>)[column] ?? ''));
  return readCodebook([columns.map((column) => format(`column.${column}` as SheetKey)), ...rows], 'a.csv');
}
const one = (line: Cells, lang = 'fr') => read([{ id: 'sel', ...line }], { lang })?.[0]?.questions[0];

test('a line is a question, whole', () => {
  const line: Cells = {
    place: '0',
    id: 'sel',
    module: 'fournil',
    page: 'Pétrir',
    activity: 'Choix',
    type: 'choice',
    question: "'=Quel sel ?",
    answers: 'a = Gris | b = Fin | ou gros | c = Rose (retiré)',
    right: 'a | b',
    rightWords: 'a = Gris | b = Fin / c = Rose',
    competencies: 'c1  c2',
    points: '1 234,5',
    required: 'oui',
    notes: sheetStrings('fr').format('notes.drawn', { quiz: 'bilan' }),
  };
  const [book] = read([line]) ?? [];
  const question = {
    id: 'sel',
    module: 'fournil',
    page: 'Pétrir',
    activity: 'Choix',
    kind: 'choice',
    text: '=Quel sel ?',
    near: new Map([
      ['a', 'Gris'],
      ['b', 'Fin | ou gros'],
      ['c', 'Rose'],
    ]),
    far: new Map(),
    right: ['a', 'b'],
    rightWords: 'Gris | Fin / Rose',
    competencies: ['c1', 'c2'],
    points: 1234.5,
    required: true,
    drawn: true,
  };
  expect(book).toEqual({
    file: 'a.csv',
    session: 'fournil',
    questions: [question],
    byId: new Map([['sel', question]]),
  });
});

test.each([
  ['choice', 'a', 'choice'],
  ['true-false', 't', 'true-false'],
  ['matching', 'a.b', 'matching'],
  ['sequencing', 'a,b', 'sequencing'],
  ['performance', 'a.x', 'performance'],
  ['likert', '', 'likert'],
  ['numeric', '3', 'numeric'],
  ['fill-in', 'mot', 'typed'],
  ['fill-in', '', 'text'],
  ['long-fill-in', 'mot', 'typed'],
  ['long-fill-in', '', 'text'],
  ['other', 'a', 'text'],
])('a line of type %s with the key %j is of kind %s', (type, right, kind) => {
  expect(one({ type, right })?.kind).toBe(kind);
});

test('of a pair both halves have names, removed ones too', () => {
  const { format } = sheetStrings('fr');
  const answers = (far: string): string => format('answers.matching', { near: 'a = Pelle | b = Lame', far });
  const names = (far: string) => {
    const { near = new Map(), far: places = new Map() } = one({ type: 'matching', answers: answers(far) }) ?? {};
    return [Object.fromEntries(near), Object.fromEntries(places)];
  };
  expect(names('p = Four | q = Pâte')).toEqual([
    { a: 'Pelle', b: 'Lame' },
    { p: 'Four', q: 'Pâte' },
  ]);
  expect(names('p = Four | c = Grille → Porte (retiré) | q = Sel (retiré) | a = Pain → Sel (retiré)')).toEqual([
    { a: 'Pelle', b: 'Lame', c: 'Grille', q: 'Sel' },
    { p: 'Four', c: 'Porte', q: 'Sel', a: 'Sel' },
  ]);
  // An arrow in a name belongs to the first half, and a name that is still used stays.
  expect(names('p = Four | c = De → à → Porte (retiré) | p = Grille → Ancien four (retiré)')).toEqual([
    { a: 'Pelle', b: 'Lame', c: 'De → à', p: 'Grille' },
    { p: 'Four', c: 'Porte' },
  ]);
  expect(one({ type: 'matching', answers: 'a = Pelle' })).toMatchObject({ near: new Map([['a', 'Pelle']]), far: new Map() });
});

test('points, required and drawn are read in both languages', () => {
  const facts = (line: Cells, lang: string) => {
    const { points, required, drawn } = one(line, lang) ?? {};
    return [points, required, drawn];
  };
  const drawn = (lang: string): string => sheetStrings(lang).format('notes.drawn', { quiz: 'bilan' });
  expect([
    facts({ points: '2,5', required: 'oui', notes: drawn('fr') }, 'fr'),
    facts({ points: '', required: 'non', notes: 'Autre' }, 'fr'),
    facts({ points: '2.5', required: 'yes', notes: drawn('en') }, 'en'),
    facts({ points: 'x', required: 'oui' }, 'en'),
  ]).toEqual([
    [2.5, true, true],
    [0, false, false],
    [2.5, true, true],
    [0, false, false],
  ]);
});

test('each session has a codebook: from its place 0 on, without places by its name', () => {
  const lines = ['petrir', 'petrir', 'cuire', 'petrir'].map((module, index): Cells => ({ id: `q${index}`, module }));
  const sessions = (places: readonly string[]): (string | number)[][] | undefined =>
    read(lines.map((line, index) => ({ ...line, place: places[index] ?? '' })))?.map(({ session, questions }) => [
      session,
      questions.length,
    ]);
  expect(sessions(['0', '1', '2', '0'])).toEqual([
    ['cuire+petrir', 3],
    ['petrir', 1],
  ]);
  expect(sessions([])).toEqual([
    ['petrir', 2],
    ['cuire', 1],
    ['petrir', 1],
  ]);
  expect(read([{ module: 'petrir' }, { id: 'a', module: 'petrir' }])?.map(({ questions }) => questions.length)).toEqual([1]);
});

test('a codebook may lack the column of places alone', () => {
  const without = (...names: string[]) =>
    read([{ id: 'sel', module: 'm' }], { columns: CODEBOOK_COLUMNS.filter((name) => !names.includes(name)) });
  expect([without('place')?.length, without('notes'), without('id'), without('right')]).toEqual([1, undefined, undefined, undefined]);
  expect(read([])).toEqual([]);
});

test('names may span lines and contain “(retiré)”, and tokens may have several letters', () => {
  const answers = 'a = Gris\nfin | bc = Rose (retiré) doux | def = Noir (retiré)';
  expect([...(one({ type: 'choice', answers })?.near ?? [])]).toEqual([
    ['a', 'Gris\nfin'],
    ['bc', 'Rose (retiré) doux'],
    ['def', 'Noir'],
  ]);
});

test('a pair’s halves are found from the last heading on; without both headings all are elements', () => {
  const [before = '', middle = ''] = sheetStrings('fr').format('answers.matching', { near: '\0', far: '\0' }).split('\0');
  const names = (answers: string) => {
    const { near = new Map(), far = new Map() } = one({ type: 'matching', answers }) ?? {};
    return [Object.fromEntries(near), Object.fromEntries(far)];
  };
  expect(names(`${before}a = Pelle${middle}plate${middle}p = Four`)).toEqual([{ a: `Pelle${middle}plate` }, { p: 'Four' }]);
  expect(names(`a = Pelle${middle}p = Four`)).toEqual([{ a: `Pelle${middle}p = Four` }, {}]);
  expect(names(`${before}a = Pelle`)[1]).toEqual({});
});

test.each([
  ["'=1", '=1'],
  ["'+1", '+1'],
  ["'-1", '-1'],
  ["'@a", '@a'],
  ["'＝1", '＝1'],
  ["'＋1", '＋1'],
  ["'－1", '－1'],
  ["'＠a", '＠a'],
  ["' \u00a0\u200b=1", ' \u00a0\u200b=1'],
  ["'Été", "'Été"],
  ["l'=1", "l'=1"],
  [' =1 ', '=1'],
])('the cell %j says %j', (question, text) => {
  expect(one({ question })?.text).toBe(text);
});
