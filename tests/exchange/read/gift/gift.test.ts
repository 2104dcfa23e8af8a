import { expect, test } from 'vitest';
import type { Question } from '../../../../build/exchange/model.ts';
import { readGift } from '../../../../build/exchange/read/gift/gift.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(source: string): { readonly questions: readonly Question[]; readonly refused: readonly string[]; readonly reading: Reading } {
  const reading = new Reading('fr', 'assets/fournil');
  const questions = readGift(source, reading).flatMap((piece) => (piece.kind === 'question' ? [piece.question] : []));
  const refused = reading.remarks.filter(({ level }) => level === 'refused').map(({ key, line }) => `${key}:${line}`);
  return { questions, refused, reading };
}

function only(source: string): Question {
  const { questions, refused } = read(source);
  expect(refused).toEqual([]);
  expect(questions).toHaveLength(1);
  return questions[0] as Question;
}

test('a single choice with feedback, shares and general feedback', () => {
  expect(
    only(
      '::Levure:: Que fait la levure ? {\n =Elle lève.#Oui \\: du gaz.\n ~%50%Elle goûte.#Un peu.\n ~Elle colore.\n ####Voir la fiche.\n}',
    ),
  ).toMatchObject({
    kind: 'single',
    name: 'Levure',
    text: 'Que fait la levure ?',
    choices: [
      { text: 'Elle lève.', weight: 100, feedback: 'Oui : du gaz.' },
      { text: 'Elle goûte.', weight: 50, feedback: 'Un peu.' },
      { text: 'Elle colore.', weight: 0 },
    ],
    after: 'Voir la fiche.',
  });
});

test('choices without « = » are several', () => {
  const { kind, choices } = only('Que pèse-t-on ? {~%50%la farine ~%50%l’eau ~%-100%le four}') as Question & { kind: 'multiple' };
  expect([kind, choices.map(({ weight }) => weight)]).toEqual(['multiple', [50, 50, -100]]);
});

test.each([
  ['{T}', true, undefined],
  ['{FALSE#Non : il refroidit.}', false, { wrong: 'Non : il refroidit.' }],
  ['{TRUE#Relisez.#Oui.}', true, { wrong: 'Relisez.', right: 'Oui.' }],
])('true or false: %s', (braces, isTrue, results) => {
  const question = only(`Le four est chaud. ${braces}`);
  expect(question).toMatchObject({ kind: 'true-false', isTrue, text: 'Le four est chaud.' });
  expect(question.results).toEqual(results);
});

test('typed answers, with a wildcard and a share', () => {
  expect(only('Qui pétrit ? {=le boulanger =%80%boulang*#Presque.}')).toMatchObject({
    kind: 'short',
    answers: [
      { text: 'le boulanger', weight: 100 },
      { text: 'boulang*', weight: 80, feedback: 'Presque.' },
    ],
  });
});

test.each([
  ['{#250}', [{ low: 250, high: 250, weight: 100 }], undefined],
  ['{#250:10}', [{ low: 240, high: 260, weight: 100 }], undefined],
  ['{#0,1..0.3}', [{ low: 0.1, high: 0.3, weight: 100 }], undefined],
  [
    '{#=3:0.1#Bien. =%50%4 ~#Non.}',
    [
      { low: 2.9, high: 3.1, weight: 100, feedback: 'Bien.' },
      { low: 4, high: 4, weight: 50 },
    ],
    { wrong: 'Non.' },
  ],
])('numbers: %s', (braces, answers, results) => {
  const question = only(`Combien ? ${braces}`);
  expect(question).toMatchObject({ kind: 'numeric', answers });
  expect(question.results).toEqual(results);
});

test('pairs, and a wrong answer on the right only', () => {
  expect(only('Reliez. {=seigle -> tourte =beurre -> brioche = -> pizza}')).toMatchObject({
    kind: 'matching',
    pairs: [
      ['seigle', 'tourte'],
      ['beurre', 'brioche'],
    ],
    lures: ['pizza'],
  });
});

test('an essay, a text, a missing word', () => {
  expect(only('Racontez une nuit au fournil. {}')).toMatchObject({ kind: 'essay' });
  expect(only('Lisez ce qui suit.')).toMatchObject({ kind: 'description', text: 'Lisez ce qui suit.' });
  expect(only('La pâte {=lève ~tombe} la nuit.').text.replace(/\\/g, '')).toBe('La pâte _____ la nuit.');
});

test('escaped characters are text', () => {
  expect(only('\\{a\\} \\= b \\~ c \\# d \\: e {=f \\= g ~h \\~ i}')).toMatchObject({
    text: '\\{a} = b \\~ c # d : e',
    choices: [{ text: 'f = g' }, { text: 'h \\~ i' }],
  });
  expect(only('Deux\\n\\nparagraphes {T}').text).toBe('Deux\n\nparagraphes');
});

test.each([
  ['[html]<p>Le <b>pain</b> &amp; le <i>sel</i></p>', 'Le **pain** & le *sel*'],
  ['[markdown]Le **pain** et *le sel*', 'Le **pain** et *le sel*'],
  ['[plain]Le <b>pain</b> * 2', 'Le \\<b>pain\\</b> \\* 2'],
  ['[moodle]Une ligne<br>une autre', 'Une ligne\\\nune autre'],
])('formats: %s', (text, markdown) => {
  expect(only(`${text} {T}`).text).toBe(markdown);
});

test('categories, tags and identifiers', () => {
  const { questions } = read(
    '$CATEGORY: $course$/top/Pains/Levain\n\n// [id:lev-1] [tag:c1] [tag:nuit]\nUn {T}\n\n$CATEGORY: Tartes // Quiches\n\nDeux {F}',
  );
  expect(questions.map(({ category, tags, idNumber }) => ({ category, tags, idNumber }))).toEqual([
    { category: ['Pains', 'Levain'], tags: ['c1', 'nuit'], idNumber: 'lev-1' },
    { category: ['Tartes / Quiches'], tags: [], idNumber: undefined },
  ]);
});

test('a broken question spoils no other, and is reported with its line and text', () => {
  const { questions, refused, reading } = read(
    ['Un {T}', '', 'Deux {=oui ~non', '', 'Trois {F}', '', 'Quatre =oui}', '', '::Cinq:: {#douze}', '', 'Six {oui}', '', '::Sept'].join(
      '\n',
    ),
  );
  expect(questions.map(({ text }) => text)).toEqual(['Un', 'Trois']);
  expect(refused).toEqual(['gift.unclosed:3', 'gift.closed:7', 'gift.number:9', 'gift.sign:11', 'gift.title:13']);
  expect(reading.remarks[0]?.text).toBe('Deux {=oui ~non');
});

test('an empty line inside the braces, or none between two questions, is forgiven', () => {
  const { questions, refused } = read('Un {\n=oui\n\n~non\n}\n::b::Deux {T}\nTrois {F}');
  expect(refused).toEqual([]);
  expect(questions.map(({ text, line }) => [text, line])).toEqual([
    ['Un', 1],
    ['Deux', 6],
    ['Trois', 7],
  ]);
});

test('several braces in a sentence are reported', () => {
  expect(read('La {=pâte} lève au {=four}.').refused).toEqual(['gift.several:1']);
});

test('only the course’s language is kept, and the others are reported', () => {
  const { questions, reading } = read('\\{mlang en\\}Bread\\{mlang\\}\\{mlang fr\\}Le pain\\{mlang\\} {T}');
  expect(questions[0]?.text).toBe('Le pain');
  expect(reading.remarks).toMatchObject([{ key: 'text.language', values: { detail: 'en' } }]);
});

test.each([
  ['Un {=a { ~b}', 'gift.unclosed'],
  ['Un {=a ~b} } fin', 'gift.several'],
  ['Un {=a} et {=b}', 'gift.several'],
  ['Un {} et {=b}', 'gift.several'],
  ['Un {=a} et {', 'gift.unclosed'],
  ['Un } et {', 'gift.unclosed'],
  ['Un }', 'gift.closed'],
  ['{=a', 'gift.unclosed'],
  ['}', 'gift.closed'],
  ['::Un {=a}', 'gift.title'],
])('“%s” is refused', (source, key) => {
  expect(read(source).refused).toEqual([`${key}:1`]);
});

test('questions in full, and the whole text of one that is refused', () => {
  const source =
    ':: Le \\: four :: [html]<ul><li>a</ul> {T}\n\n// [id:x] [tag:c]\n  {=b ~c} est chaud. \n\n::d::{#1}\n\n::e:: Un \\{f\\} {=x';
  const { questions, reading } = read(source);
  const common = { points: 1, category: [], tags: [] };
  expect(questions).toEqual([
    { ...common, name: 'Le : four', text: '* a', line: 1, kind: 'true-false', isTrue: true },
    {
      ...common,
      name: '',
      idNumber: 'x',
      text: 'est chaud.',
      tags: ['c'],
      line: 4,
      kind: 'single',
      choices: [
        { text: 'b', weight: 100 },
        { text: 'c', weight: 0 },
      ],
      shuffle: true,
    },
    { ...common, name: 'd', text: '', line: 6, kind: 'numeric', answers: [{ low: 1, high: 1, weight: 100 }] },
  ]);
  expect(reading.remarks).toEqual([{ level: 'refused', key: 'gift.unclosed', line: 8, values: {}, text: '::e:: Un {f} {=x' }]);
  expect(only('::e::[html]Un <b>texte</b>')).toEqual({ ...common, name: 'e', text: 'Un **texte**', line: 1, kind: 'description' });
  expect([read('::t:: ').refused, only('Lisez _____ ceci.').text]).toEqual([['empty:1'], 'Lisez \\_\\_\\_\\_\\_ ceci.']);
});
