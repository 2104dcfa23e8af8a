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

test('several letters are a question with several answers', () => {
  expect(read('Quels feux ?\nA. avant\nB. arrière\nC. plafond\nANSWER: A, B').questions).toMatchObject([
    { kind: 'multiple', choices: [{ weight: 50 }, { weight: 50 }, { weight: -50 }] },
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
      'La bonne ?',
      'A. un',
      'B. deux',
      'ANSWER: B',
      'Une remarque perdue',
    ].join('\r\n'),
  );
  expect(questions.map(({ text }) => text)).toEqual(['La bonne ?']);
  expect(refused).toEqual(['aiken.answer:1', 'aiken.letter:5', 'aiken.options:9', 'aiken.text:12', 'aiken.none:19']);
});
