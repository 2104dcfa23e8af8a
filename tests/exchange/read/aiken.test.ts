import { expect, test } from 'vitest';
import { readAiken } from '../../../build/exchange/read/aiken.ts';
import { Reading } from '../../../build/exchange/read/reading.ts';

function read(source: string) {
  const reading = new Reading('fr', 'assets/depot');
  const questions = readAiken(source, reading).flatMap((piece) => (piece.kind === 'question' ? [piece.question] : []));
  return { questions, refused: reading.remarks.map(({ key, line }) => `${key}:${line}`) };
}

test('questions with points or brackets after the letters', () => {
  const { questions, refused } = read(
    'Qui sort en premier ?\nA. la rame 12\nB. la rame 13\nANSWER: B\n\nQuelle ligne ?\nA) la A\nB) la B\nANSWER: A\n',
  );
  expect(refused).toEqual([]);
  expect(questions).toMatchObject([
    {
      kind: 'single',
      text: 'Qui sort en premier ?',
      line: 1,
      choices: [
        { text: 'la rame 12', weight: 0 },
        { text: 'la rame 13', weight: 100 },
      ],
    },
    { kind: 'single', line: 6, choices: [{ weight: 100 }, { weight: 0 }] },
  ]);
});

test('a choice may be one character, and a question may contain what looks like a choice', () => {
  const { questions, refused } = read('Que dit M. Roy ?\nEt Mme B) Li ?\n  a. 1\n\tb)  2 \nanswer : b');
  expect([questions.length, refused]).toEqual([1, []]);
  expect(questions[0]).toMatchObject({
    kind: 'single',
    choices: [
      { text: '1', weight: 0 },
      { text: '2', weight: 100 },
    ],
  });
  expect(questions[0]?.text).toMatch(/M\. Roy[\s\S]*Mme B\) Li/);
});

test('several letters are a question with several answers', () => {
  expect(read('Quels feux ?\nA. avant\nB. arrière\nC. plafond\nANSWER: A, B').questions).toMatchObject([
    { kind: 'multiple', choices: [{ weight: 50 }, { weight: 50 }, { weight: -50 }] },
  ]);
});

test('a letter that an answer repeats counts once', () => {
  expect(read('Couleur ?\nA. Rouge\nB. Vert\nANSWER: A, a').questions).toMatchObject([
    { kind: 'single', choices: [{ weight: 100 }, { weight: 0 }] },
  ]);
});

test('each broken question is reported with its line, and the others are read', () => {
  const { questions, refused } = read(
    [
      'Sans réponse ?',
      'A. un',
      'B. deux',
      '',
      'Mauvaise lettre ?',
      'A. un',
      'B. deux',
      'ANSWER: D',
      'Un choix ?',
      'A. un',
      'ANSWER: A',
      'A. sans texte',
      'B. deux',
      'ANSWER: A',
      'Une des lettres ?',
      'A. un',
      'B. deux',
      'ANSWER: A, E',
      'La bonne ?',
      'A. un',
      'B. deux',
      'ANSWER: B',
      'Une remarque perdue',
    ].join('\r\n'),
  );
  expect(questions.map(({ text }) => text)).toEqual(['La bonne ?']);
  expect(refused).toEqual(['aiken.answer:1', 'aiken.letter:5', 'aiken.options:9', 'aiken.text:12', 'aiken.letter:15', 'aiken.none:23']);
});

test('a question without its answer ends at an empty line, and at the text of the next one', () => {
  const read2 = (source: string) => {
    const { questions, refused } = read(source);
    return [questions.map(({ text, line }) => `${text}:${line}`), refused];
  };
  const good = 'La bonne ?\nA. un\nB. deux\nANSWER: B';
  expect(read2(`Sans ?\nA. un\nB. deux\n${good}`)).toEqual([['La bonne ?:4'], ['aiken.answer:1']]);
  expect(read2(`Sans ?\nA. un\n${good}`)).toEqual([['La bonne ?:3'], ['aiken.options:1']]);
  expect(read2('Sans ?\nA. un\nB. deux\n\nC. trois\nANSWER: A')).toEqual([[], ['aiken.answer:1', 'aiken.text:5']]);
  expect(read2(`Deux\n\nlignes ?\n${good.replace('La bonne ?\n', '')}`)[1]).toEqual([]);
});

test('questions and refused ones in full', () => {
  const reading = new Reading('fr', 'assets/depot');
  const source = 'Un *a*\nou b ?\nA. x <i>\nB. y\nC. z\nAnswer : c ; A\r\n\rUn ?\rA) x\r\rANSWER: A\nDeux ?\nA. x\nB. y\nANSWER: AB';
  expect(readAiken(source, reading)).toEqual([
    {
      kind: 'question',
      question: {
        kind: 'multiple',
        name: '',
        text: 'Un \\*a\\*\\\nou b ?',
        points: 1,
        category: [],
        tags: [],
        line: 1,
        choices: [
          { text: 'x \\<i>', weight: 50 },
          { text: 'y', weight: -50 },
          { text: 'z', weight: 50 },
        ],
        shuffle: false,
      },
    },
  ]);
  const refused = { level: 'refused', values: {} };
  expect(reading.remarks).toEqual([
    { ...refused, key: 'aiken.options', line: 8, text: 'Un ?\nA) x' },
    { ...refused, key: 'aiken.text', line: 11, text: 'ANSWER: A' },
    { ...refused, key: 'aiken.letter', line: 12, text: 'Deux ?\nA. x\nB. y\nANSWER: AB' },
  ]);
});
