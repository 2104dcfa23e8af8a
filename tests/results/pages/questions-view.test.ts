import { describe, expect, test } from 'vitest';
import { allQuestions, hardest, judgedQuestions, openAnswers, questionView } from '../../../build/results/pages/questions-view.ts';
import type { Share } from '../../../build/results/report-schema.ts';
import { reportStrings } from '../../../build/results/strings.ts';
import { asked, keyWords, report, session, took } from '../sample-report.ts';

const share = (words: string, n: number, verdict: Share['verdict'], more: Partial<Share> = {}): Share => ({
  words,
  n,
  verdict,
  tempting: false,
  people: [],
  ...more,
});
const judged = (id: string, right: number, answered: number, more: object = {}) =>
  asked(id, { right, answered, shares: [share('Oui', right, 'right')], ...more });
const given = (id: string, words: string, cut = false) => ({ id, words, raw: words, verdict: 'none' as const, rightWords: '', cut });

test('judged questions, the hardest first, then those that more have answered', () => {
  const questions = [
    judged('a', 2, 2),
    judged('b', 1, 4),
    judged('c', 2, 8),
    judged('d', 0, 0),
    asked('e', { answered: 3, shares: [share('x', 3, 'none')] }),
    asked('f', { answered: 3, right: 3, shares: [share('x', 2, 'none'), share('y', 1, 'right')] }),
  ];
  expect(judgedQuestions(session({ questions })).map(({ id }) => id)).toEqual(['c', 'b', 'f', 'a']);
});

describe('a question', () => {
  const shares = [
    share('Oui', 2, 'right', { people: [0, 1] }),
    share('Non', 1, 'wrong', { tempting: true, people: [2] }),
    share('Sel', 0, 'wrong'),
    share('Eau', 1, 'wrong', { people: [0] }),
  ];

  test('with the shares of its answers', () => {
    expect(questionView(asked('q.1 x', { answered: 4, right: 2, shares, drawn: true }), session(), report(), keyWords)).toEqual({
      id: 'q.1 x',
      anchor: 'q-q-1-x',
      text: 'q.1 x ?',
      activity: 'Choix',
      rank: 'hard.rank right=2 n=4',
      place: 'releve.page.number n=1 · C4.3',
      drawn: 'all.drawn',
      shares: [
        { text: 'Oui', n: 2, of: 'share.of n=4', value: 50, kind: 'ok', isRight: true, isTempting: false, names: 'Inès Moreau, Marc' },
        { text: 'Non', n: 1, of: 'share.of n=4', value: 25, kind: 'trap', isRight: false, isTempting: true, names: 'Noor de la Cour' },
        { text: 'Sel', n: 0, of: 'share.of n=4', value: 0, kind: '', isRight: false, isTempting: false, names: '' },
        { text: 'Eau', n: 1, of: 'share.of n=4', value: 25, kind: '', isRight: false, isTempting: false, names: 'Inès Moreau' },
      ],
      rest: '',
    });
  });

  test('that is not judged, nowhere, or with very many answers', () => {
    const many = Array.from({ length: 14 }, (_, n) => share(`m${n}`, 1, 'none'));
    const view = questionView(asked('q', { answered: 14, page: 'x', competencies: [], shares: many }), session(), report(), keyWords);
    expect([view.rank, view.place, view.drawn, view.shares.length, view.rest]).toEqual(['all.answered n=14', '', '', 12, 'share.rest n=2']);
    expect(questionView(asked('q', { shares: many.slice(2) }), session(), report(), keyWords).rest).toBe('');
  });
});

test('the hardest: at most three, answered by half of the active learners, and not by all rightly', () => {
  const active = Array.from({ length: 4 }, () => took(0, { answers: [given('x', 'y')] }));
  const list = (...questions: ReturnType<typeof judged>[]) =>
    hardest(session({ questions, participations: [...active, took(1)] }), report(), keyWords);
  const found = list(judged('a', 1, 2), judged('b', 0, 1), judged('c', 4, 4), judged('d', 1, 4), judged('e', 2, 3), judged('f', 3, 4));
  expect([found.list.map(({ id }) => id), found.about]).toEqual([['d', 'a', 'e'], 'hard.about n=4']);
  expect(list(judged('c', 4, 4)).list).toEqual([]);
  expect([list().list, list().title]).toEqual([[], 'hard.title n=1']);
  // The number is written as a word.
  const titled = (n: number, lang: 'fr' | 'en') => {
    const questions = Array.from({ length: n }, (_, index) => judged(`q${index}`, 0, 4));
    return hardest(session({ questions, participations: active }), report(), reportStrings(lang)).title;
  };
  expect([titled(1, 'fr'), titled(3, 'fr'), titled(2, 'en')]).toEqual([
    'La question la plus difficile',
    'Les trois questions les plus difficiles',
    'The two hardest questions',
  ]);
});

describe('all questions', () => {
  test('a row for each judged one', () => {
    const tempting = (words: string) => [share('Oui', 1, 'right'), share(words, 2, 'wrong', { tempting: true })];
    const questions = [
      asked('a', { answered: 3, right: 1, shares: tempting('Non'), text: 'mot '.repeat(40) }),
      asked('b', { answered: 4, right: 2, shares: tempting('« Non »') }),
      asked('d.1 x', { answered: 4, right: 3, shares: tempting('“Non”') }),
      asked('e', { answered: 5, right: 4, shares: tempting('Un « mot »') }),
      judged('c', 4, 4),
    ];
    const { rows } = allQuestions(session({ questions }), report(), keyWords);
    expect(
      rows.map(({ text, tempting: t, value, key, of, number, codes, anchor }) => [text.length, t, value, key, of, number, codes, anchor]),
    ).toEqual([
      [108, 'all.mistake text=quote text=Non count=2', 33.3, String(1 / 3), 'share.of n=3', '1', 'C4.3', 'q-a'],
      [3, 'all.mistake text=« Non » count=2', 50, '0.5', 'share.of n=4', '1', 'C4.3', 'q-b'],
      [7, 'all.mistake text=“Non” count=2', 75, '0.75', 'share.of n=4', '1', 'C4.3', 'q-d-1-x'],
      [3, 'all.mistake text=quote text=Un « mot » count=2', 80, '0.8', 'share.of n=5', '1', 'C4.3', 'q-e'],
      [3, '', 100, '1', 'share.of n=4', '1', 'C4.3', 'q-c'],
    ]);
  });

  test('by page, those without an answer only counted, texts left out', () => {
    const questions = [
      judged('a', 1, 2, { page: 'Cuire' }),
      judged('b', 0, 0, { page: 'Cuire' }),
      asked('c', { kind: 'text', page: 'Cuire', answered: 2 }),
      judged('d', 1, 1, { page: 'Autre', kind: 'numeric' }),
    ];
    const { pages } = allQuestions(session({ questions }), report(), keyWords);
    expect(pages.map(({ title, number, questions: own, silent }) => [title, number, own.map(({ id }) => id), silent])).toEqual([
      ['Cuire', 2, ['a'], 1],
      ['Autre', 3, ['d'], 0],
    ]);
  });
});

test('open answers, by question', () => {
  const one = session({
    questions: [
      asked('mot', { kind: 'text', text: 'long '.repeat(20) }),
      asked('rien', { kind: 'text' }),
      asked('q'),
      asked('loin', { kind: 'text', page: 'x', competencies: [] }),
    ],
    participations: [
      took(0, { answers: [given('mot', 'Du pain - et 2 œufs !'), given('q', 'a')] }),
      took(2, { answers: [given('mot', 'Oui', true), given('loin', 'x')] }),
    ],
  });
  const [mot, loin, ...others] = openAnswers(one, report(), keyWords);
  expect(mot).toMatchObject({
    id: 'mot',
    place: 'releve.page.number n=1 · C4.3',
    count: 'open.count n=2',
    answers: [
      { who: 'Inès Moreau', words: 'Du pain - et 2 œufs !', count: 'words n=5', cut: false },
      { who: 'Noor de la Cour', words: 'Oui', count: 'words n=1', cut: true },
    ],
  });
  expect([mot?.text.length, mot?.option.length, loin?.place, loin?.count, others]).toEqual([100, 70, '', 'open.count n=1', []]);
});

test('a question has 110 characters at most in the table, in the list of open answers 70', () => {
  const lengths = (length: number): (number | undefined)[] => {
    const text = 'x'.repeat(length);
    const one = session({
      questions: [judged('q', 1, 2, { text }), asked('mot', { kind: 'text', text })],
      participations: [took(0, { answers: [given('mot', 'Oui')] })],
    });
    return [allQuestions(one, report(), keyWords).rows[0]?.text.length, openAnswers(one, report(), keyWords)[0]?.option.length];
  };
  expect([lengths(70), lengths(71), lengths(110), lengths(111)]).toEqual([
    [70, 70],
    [71, 71],
    [110, 71],
    [111, 71],
  ]);
  const text = `${'x'.repeat(60)} ${'y'.repeat(60)}`;
  expect(allQuestions(session({ questions: [judged('q', 1, 2, { text })] }), report(), keyWords).rows[0]?.text).toBe(`${'x'.repeat(60)}…`);
});

test('of equally tempting answers the first is in the table, with 70 characters at most', () => {
  const mistake = (...texts: string[]): string | undefined => {
    const shares = texts.map((words, index) => share(words, 2 - index, 'wrong', { tempting: true }));
    return allQuestions(session({ questions: [asked('a', { answered: 3, right: 0, shares })] }), report(), keyWords).rows[0]?.tempting;
  };
  expect(mistake('Non', 'Sel')).toBe('all.mistake text=quote text=Non count=2');
  expect([mistake('x'.repeat(70)), mistake(`${'x'.repeat(69)} y`)]).toEqual([
    `all.mistake text=quote text=${'x'.repeat(70)} count=2`,
    `all.mistake text=quote text=${'x'.repeat(69)}… count=2`,
  ]);
});
