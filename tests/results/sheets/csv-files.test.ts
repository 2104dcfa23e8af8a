import { describe, expect, test } from 'vitest';
import { answersCsv, competenciesCsv, proofsCsv } from '../../../build/results/sheets/csv-files.ts';
import { asked, keyWords, report, session, took } from '../sample-report.ts';

const rows = (csv: string): string[][] => {
  expect([csv.startsWith('\ufeff'), csv.endsWith('\r\n')]).toEqual([true, true]);
  return csv
    .slice(1, -2)
    .split('\r\n')
    .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
};
const answer = (id: string, verdict: 'right' | 'wrong' | 'none', more: object = {}) => ({
  id,
  words: `${id}!`,
  raw: 'a',
  verdict,
  rightWords: '',
  cut: false,
  ...more,
});

const QUESTIONS = [
  asked('sel', { rightWords: 'Oui' }),
  asked('mot', { kind: 'text', page: 'Cuire', competencies: ['c4-3', 'lire'] }),
  asked('eau', { competencies: [] }),
];
const one = session({
  versions: ['0123456789'],
  questions: QUESTIONS,
  competencies: [
    { id: 'c4-3', title: 'Pétrir', questions: 4, answered: 3, right: 2 },
    { id: 'lire', title: '', questions: 1, answered: 0, right: 0 },
  ],
  participations: [
    took(0, {
      attempt: 2,
      score: 83.5,
      first: '2026-01-02T10:00',
      last: 'Trop tard',
      declaredMinutes: 5,
      answers: [
        answer('sel', 'wrong'),
        answer('mot', 'none'),
        answer('sel', 'right', { rightWords: 'Peut-être' }),
        answer('inconnu', 'right'),
      ],
      old: [{ id: 'vieux', raw: 'b' }],
      competencies: [{ id: 'c4-3', answered: 3, right: 2 }],
    }),
    took(1, { state: 'none', attempt: 0 }),
    took(9),
  ],
});

test('answers: a line for each, and one for somebody without any', () => {
  const [head, ...lines] = rows(answersCsv(report([one]), keyWords));
  expect(head).toEqual(
    [
      'name',
      'email',
      'session',
      'state',
      'attempt',
      'score',
      'first',
      'last',
      'page',
      'id',
      'question',
      'answer',
      'result',
      'right',
      'competencies',
    ].map((key) => `csv.${key}`),
  );
  const ines = ['Inès Moreau', 'p0+x@a.org', 'Le fournil', 'state.done', '2', '83,5', '2026-01-02 10:00', 'Trop tard'];
  expect(lines).toEqual([
    [...ines, 'Pétrir', 'sel', 'sel ?', 'sel!', 'verdict.wrong', 'Oui', 'c4-3'],
    [...ines, 'Cuire', 'mot', 'mot ?', 'mot!', '', '', 'c4-3 lire'],
    [...ines, 'Pétrir', 'sel', 'sel ?', 'sel!', 'verdict.right', 'Peut-être', 'c4-3'],
    [...ines, '', 'vieux', '', 'b', '', '', ''],
    ['Marc', '', 'Le fournil', 'state.none', '', '', '', '', '', '', '', '', '', '', ''],
  ]);
});

describe('competencies', () => {
  test('a line for each person and each of them', () => {
    const [head, ...lines] = rows(competenciesCsv(report([one]), keyWords));
    expect(head).toEqual(
      ['name', 'email', 'session', 'competency', 'title', 'rightCount', 'answered', 'questions', 'enough'].map((key) => `csv.${key}`),
    );
    expect(lines.slice(0, 2)).toEqual([
      ['Inès Moreau', 'p0+x@a.org', 'Le fournil', 'C4.3', 'Pétrir', '2', '3', '4', 'yes'],
      ['Inès Moreau', 'p0+x@a.org', 'Le fournil', 'lire', '', '0', '0', '1', 'no'],
    ]);
    expect(lines).toHaveLength(4);
  });
});

test('proofs: pages, evaluation and texts of each person and competency', () => {
  const [head, ...lines] = rows(proofsCsv(report([one]), keyWords));
  const columns = ['name', 'session', 'version', 'objective', 'activities', 'declared', 'evaluation', 'texts', 'first', 'last', 'proof'];
  expect(head).toEqual(columns.map((key) => `csv.${key}`));
  expect(lines.slice(0, 3)).toEqual([
    [
      'Inès Moreau',
      'Le fournil',
      '01234567',
      'C4.3 Pétrir',
      'Pétrir | Cuire',
      '5',
      'outOf n=2 all=3',
      '1',
      '2026-01-02 10:00',
      'Trop tard',
      'releve-0.html',
    ],
    ['Inès Moreau', 'Le fournil', '01234567', 'lire', 'Cuire', '5', 'notYet', '1', '2026-01-02 10:00', 'Trop tard', 'releve-0.html'],
    ['Marc', 'Le fournil', '01234567', 'C4.3 Pétrir', '', '', 'notYet', '0', '', '', 'releve-1.html'],
  ]);
});

test('an answer that no codebook explains is a line of its own; pages are named once', () => {
  const own = took(0, {
    answers: [answer('pain', 'right'), answer('sel', 'right')],
    competencies: [{ id: 'c4-3', answered: 2, right: 2 }],
  });
  const some = (participation: typeof own) =>
    report([session({ questions: [asked('sel'), asked('pain')], competencies: one.competencies, participations: [participation] })]);
  expect(rows(proofsCsv(some(own), keyWords))[1]?.slice(4, 8)).toEqual(['Pétrir', '', 'outOf n=2 all=2', '0']);
  const old = rows(answersCsv(some(took(0, { old: [{ id: 'vieux', raw: 'b' }] })), keyWords)).slice(1);
  expect(old.map((cells) => cells.slice(8))).toEqual([['', 'vieux', '', 'b', '', '', '']]);
});

test('English numbers have a point, and commas part the cells', () => {
  const english = answersCsv(report([one]), { ...keyWords, lang: 'en' });
  expect(english.replaceAll('"', '').split('\r\n')[1]).toBe(
    'Inès Moreau,p0+x@a.org,Le fournil,state.done,2,83.5,2026-01-02 10:00,Trop tard,Pétrir,sel,sel ?,sel!,verdict.wrong,Oui,c4-3',
  );
  expect(english).toMatch(/,"?83\.5"?,/);
});

test('three answers of a person are enough to conclude; the newest of several versions is named', () => {
  const own = [2, 3].map((answered) => took(0, { competencies: [{ id: 'c4-3', answered, right: 1 }] }));
  const some = session({
    versions: ['abcdefghij', '0123456789'],
    competencies: [{ id: 'c4-3', title: 'Pétrir', questions: 4, answered: 5, right: 2 }],
    participations: own,
  });
  expect(rows(competenciesCsv(report([some]), keyWords)).map((cells) => cells.at(-1))).toEqual(['csv.enough', 'no', 'yes']);
  expect(rows(proofsCsv(report([some]), keyWords))[1]?.[2]).toBe('01234567');
});

test('each session has its own questions, a score of 0 is one, and an id that begins like another is another', () => {
  const own = [
    { id: 'c4-30', answered: 1, right: 0 },
    { id: 'c4-3', answered: 4, right: 2 },
  ];
  const [first, second] = ['Un', 'Deux'].map((title) =>
    session({
      id: title,
      title,
      questions: [asked('sel', { text: `${title} ?`, rightWords: title })],
      competencies: ['c4-3', 'c4-30'].map((id) => ({ id, title: id, questions: 1, answered: 1, right: 1 })),
      participations: [took(0, { score: 0, answers: [answer('sel', 'right')], competencies: own })],
    }),
  ) as [ReturnType<typeof session>, ReturnType<typeof session>];
  const both = report([first, second]);
  expect(
    rows(answersCsv(both, keyWords))
      .slice(1)
      .map((cells) => [cells[2], cells[5], cells[10], cells[13]]),
  ).toEqual([
    ['Un', '0', 'Un ?', 'Un'],
    ['Deux', '0', 'Deux ?', 'Deux'],
  ]);
  expect(rows(competenciesCsv(report([first]), keyWords)).map((cells) => cells.slice(3, 7))).toEqual([
    ['csv.competency', 'csv.title', 'csv.rightCount', 'csv.answered'],
    ['C4.3', 'c4-3', '2', '4'],
    ['C4.30', 'c4-30', '0', '1'],
  ]);
});
