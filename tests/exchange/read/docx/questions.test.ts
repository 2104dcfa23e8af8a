import { expect, test } from 'vitest';
import { parseHtml } from '../../../../build/exchange/html/parse.ts';
import { entriesOf } from '../../../../build/exchange/read/docx/entries.ts';
import { questionAt } from '../../../../build/exchange/read/docx/questions.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(html: string): {
  readonly question: Record<string, unknown> | undefined;
  readonly count: number;
  readonly reviews: readonly string[];
} {
  const reading = new Reading('fr', 'assets/x');
  const found = questionAt(entriesOf(parseHtml(html)), 0, 7, reading);
  const question = found?.piece.kind === 'question' ? (found.piece.question as unknown as Record<string, unknown>) : undefined;
  return { question, count: found?.count ?? 0, reviews: reading.remarks.map(({ level, key, line }) => `${level} ${key} ${line}`) };
}

const p = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
const list = (...items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const right = (question: Record<string, unknown> | undefined): unknown =>
  (question?.choices as { text: string; weight: number }[] | undefined)?.filter(({ weight }) => weight > 0).map(({ text }) => text);

test('all members of a question of a list', () => {
  expect(read(`${p('1. Quel <b>frein</b> ?')}${list('<b>à main</b>', 'à pied')}${p('Explication : <i>au quai</i>.', 'Suite')}`)).toEqual({
    question: {
      kind: 'single',
      shuffle: false,
      choices: [
        { text: 'à main', weight: 100 },
        { text: 'à pied', weight: 0 },
      ],
      name: '',
      text: 'Quel **frein** ?',
      after: '*au quai*.',
      points: 1,
      category: [],
      tags: [],
      line: 7,
    },
    count: 3,
    reviews: [],
  });
});

test.each(['1. ', '12) ', '3: ', '4– ', '5-', 'Question 6 : ', 'Q7. ', 'q 8) ', 'QUESTION 9 ', ' 123. ', '<b>Question</b> 6 : '])(
  '“%s” is a number, which goes',
  (number) => {
    const { question } = read(`${p(`${number}Le frein`)}${list('a', 'b')}`);
    expect(question?.text).toBe('Le frein');
  },
);

test.each(['1234. Le frein', '1 Le frein', 'Questions 6 : Le frein'])('“%s” has none', (text) => {
  expect(read(`${p(text)}${list('a', 'b')}`).question).toBeUndefined();
});

test.each([
  'Le frein ?',
  'Cochez',
  'choisissez un frein',
  'Sélectionnez',
  'quel frein',
  'Quelles rames',
  'Lequel',
  'laquelle',
  'lesquels',
  'lesquelles',
  'Vrai ou faux',
  'Which',
  'choose',
  'select',
  'tick',
  'true or false',
])('“%s” asks: its list needs the right answer', (text) => {
  const { question, count, reviews } = read(`${p(text)}${list('a', 'b')}`);
  expect([question?.kind, right(question), count, reviews]).toEqual(['single', [], 2, ['review no-right 7']]);
});

test('a list after a plain text is text; with a mark after an announcement it is a question', () => {
  expect(read(`${p('Le sable est là')}${list('a', 'b')}`).question).toBeUndefined();
  expect(read(`${p('Le sable est là')}${list('<b>a</b>', 'b')}`).question).toBeUndefined();
  expect(right(read(`${p('Le sable est là :')}${list('<b>a</b>', 'b')}`).question)).toEqual(['a']);
  expect(right(read(`${p('Le sable est là')}${list('a', 'b')}${p('Réponse : B')}`).question)).toEqual(['b']);
});

test('paragraphs with labels are options, one is none; another question ends them', () => {
  expect(read(p('Le frein ?', 'a) un', 'b) deux *', 'c) trois', 'Fin')).count).toBe(4);
  expect(right(read(p('Le frein ?', 'a) un', 'b) deux *', 'c) trois')).question)).toEqual(['deux']);
  expect(read(p('Le frein ?', 'a) un')).question).toBeUndefined();
  expect(read(`${p('Le frein ?', 'a) un', 'b) deux')}<ol><li>- trois</li></ol>`).count).toBe(3);
  expect(read(`${p('Le frein ?', 'a) un', 'b) deux')}${list('c', 'd')}`).count).toBe(3);
  expect(read(p('Le frein ?', 'a) un', 'b) deux', 'Answer : b')).count).toBe(4);
});

test('a numbered stem asks by itself', () => {
  expect(read('<ol><li>Le frein<ul><li>a</li><li>b</li></ul></li></ol>').question?.kind).toBe('single');
  expect(read('<ul><li>Le frein<ul><li>a</li><li>b</li></ul></li></ul>').question).toBeUndefined();
});

test.each([
  ['Réponse : B', ['b']],
  ['Bonnes réponses : A, C', ['a', 'c']],
  ['bonne réponse juste : a et b', ['a', 'b']],
  ['Réponses correctes: A & C.', ['a', 'c']],
  ['Réponse attendue : a / b ; c', ['a', 'b', 'c']],
  ['Corrigé : c', ['c']],
  ['Solution : a and c', ['a', 'c']],
  ['Correct answer : B', ['b']],
  ['Answers : B', ['b']],
  ['Réponse : la B', []],
  ['Réponse : d', []],
])('“%s” marks %j', (answer, expected) => {
  expect(right(read(`${p('Le frein ?')}${list('a', 'b', 'c')}${p(answer)}`).question)).toEqual(expected);
});

test('of two answers below a question the last counts', () => {
  expect(right(read(`${p('Le frein ?')}${list('a', 'b')}${p('Réponse : A', 'Réponse : B')}`).question)).toEqual(['b']);
});

test('letters are those of the labels; an answer may also be the text of an option', () => {
  expect(right(read(p('Le frein ?', 'c) un', 'd) deux', 'Réponse : d')).question)).toEqual(['deux']);
  expect(right(read(`${p('Le frein ?')}${list('à Main', 'à pied')}${p('Réponse : À main')}`).question)).toEqual(['à Main']);
});

test('what stands below another part of the document belongs to no question above it', () => {
  const { question, count } = read(`${p('Le frein ?')}${list('a', 'b')}<h2>Suite</h2>${p('Réponse : A')}`);
  expect([right(question), count]).toEqual([[], 2]);
});

test('several right options share the points', () => {
  const { question } = read(p('Quelles ?', 'a) un *', 'b) deux *', 'c) trois'));
  expect([question?.kind, question?.choices]).toEqual([
    'multiple',
    [
      ['un', 50],
      ['deux', 50],
      ['trois', -50],
    ].map(([text, weight]) => ({ text, weight })),
  ]);
});

test.each([
  [['Vrai *', 'Faux'], true],
  [['Vrai', 'Faux. *'], false],
  [['True *', 'False'], true],
])('%j is a statement', (options, isTrue) => {
  expect(read(p('Il freine', ...options)).question).toMatchObject({ kind: 'true-false', isTrue, text: 'Il freine' });
});

test('true and false without a mark, in another order or with a third option, is a choice', () => {
  expect(read(p('Il freine ?', 'Vrai', 'Faux'))).toMatchObject({ question: { kind: 'single' }, reviews: ['review no-right 7'] });
  expect(read(p('Il freine ?', 'Faux *', 'Vrai')).question?.kind).toBe('single');
  expect(read(p('Il freine ?', 'Vrai *', 'Faux', '- Jamais')).question?.kind).toBe('single');
  expect(read(p('Il freine ?', 'Vrai *', 'False')).question?.kind).toBe('single');
});

test.each<[string, object]>([
  ['Vrai', { kind: 'true-false', isTrue: true }],
  ['faux.', { kind: 'true-false', isTrue: false }],
  ['True', { kind: 'true-false', isTrue: true }],
  ['750,5', { kind: 'numeric', answers: [{ low: 750.5, high: 750.5, weight: 100 }] }],
  ['la perche', { kind: 'short', answers: [{ text: 'la perche', weight: 100 }] }],
  ['fil ou clé / clef', { kind: 'short', answers: ['fil', 'clé', 'clef'].map((text) => ({ text, weight: 100 })) }],
  ['the key or clef', { kind: 'short', answers: ['the key', 'clef'].map((text) => ({ text, weight: 100 })) }],
  ['a*b*', { kind: 'short', answers: [{ text: 'a\\*b\\*', weight: 100 }] }],
  ['un deux trois quatre cinq six', { kind: 'short' }],
  ['un deux trois quatre cinq six sept', { kind: 'essay', after: 'un deux trois quatre cinq six sept' }],
])('a text with the answer “%s”', (answer, body) => {
  const { question, count } = read(p('Quel outil', `Réponse : ${answer}`, 'Fin'));
  expect(question).toMatchObject({ ...body, text: 'Quel outil' });
  expect([count, 'after' in (question ?? {})]).toEqual([2, 'after' in body]);
});

test('feedback and a model answer are both shown, in this order', () => {
  expect(read(p('Racontez', 'Réponse : un deux trois quatre cinq six sept', 'Feedback : Bien')).question?.after).toBe(
    'Bien\n\nun deux trois quatre cinq six sept',
  );
  expect(read(p('Racontez', 'Réponse : clé', 'Commentaire : Bien')).question?.after).toBe('Bien');
  expect(read(p('Racontez', 'Commentaire : Bien', 'Réponse : clé', '______'))).toMatchObject({
    question: { kind: 'short', after: 'Bien' },
    count: 4,
  });
});

test.each(['______', '......', '………………', '_ . _ . _'])('“%s” is a line to write on', (line) => {
  expect(read(p('Racontez', line, line, 'Fin'))).toMatchObject({ question: { kind: 'essay', text: 'Racontez' }, count: 3 });
});

test.each(['_____', 'x______', ''])('“%s” is none', (line) => {
  expect(read(p('Racontez', line)).question).toBeUndefined();
});

test.each(['Explication : ', 'explications: ', 'Commentaires : ', 'Rétroaction : ', 'Feedback : ', 'Explanation : '])(
  '“%s” begins feedback',
  (word) => {
    expect(read(p('Racontez', '______', `${word}<b>Bien</b> fait`)).question?.after).toBe('**Bien** fait');
  },
);

const table = (...rows: readonly string[]): string => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
const row = (...cells: readonly string[]): string => cells.map((cell) => `<td><p>${cell}</p></td>`).join('');

test.each(['Associez', 'Reliez', 'Appariez', 'relie', 'Faites correspondre', 'Match'])(
  '“%s” before a table of two columns is a matching',
  (word) => {
    expect(read(p(`${word} les rames`) + table(row('1', 'A'), row('2', 'B')) + p('Explication : Bien'))).toMatchObject({
      question: {
        kind: 'matching',
        pairs: [
          ['1', 'A'],
          ['2', 'B'],
        ],
        lures: [],
        after: 'Bien',
      },
      count: 3,
      reviews: ['review pairs 7'],
    });
  },
);

test('a head is none of the pairs; a row without a left side is a lure, one without a right side nothing', () => {
  const rest = [row('1', 'A'), row('', 'B'), row('3', ''), row('', '')];
  const body = { kind: 'matching', pairs: [['1', 'A']], lures: ['B'] };
  expect(read(p('Reliez') + table('<th>Rame</th><th>Ligne</th>', ...rest)).question).toMatchObject(body);
  expect(read(p('Reliez') + table(row('<strong>Rame</strong>', '<strong>Ligne</strong>'), ...rest)).question).toMatchObject(body);
  expect(read(p('Reliez') + table(row('<strong>Rame</strong>', 'Ligne'), ...rest)).question).toMatchObject({
    pairs: [
      ['**Rame**', 'Ligne'],
      ['1', 'A'],
    ],
  });
});

test('other tables are no pairs', () => {
  expect(read(p('Reliez') + table(row('1', 'A'))).question).toBeUndefined();
  expect(read(p('Reliez') + table(row('1', 'A', 'x'), row('2', 'B', 'y'))).question).toBeUndefined();
  expect(read(p('Reliez') + table(row('1', 'A'), row('2'))).question).toBeUndefined();
  expect(read(p('Voici les rames') + table(row('1', 'A'), row('2', 'B'))).question).toBeUndefined();
});

test('a heading, an empty paragraph and the end are no question', () => {
  for (const html of ['<h1>Un ?</h1>', `<p> </p>${list('<b>a</b>', 'b')}`, '', p('Le frein ?')])
    expect(read(html)).toEqual({ question: undefined, count: 0, reviews: [] });
});
