// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { relevePage } from '../../../build/results/pages/releve.ts';
import type { ReportParticipation, ReportSession } from '../../../build/results/report-schema.ts';
import { reportStrings } from '../../../build/results/strings.ts';
import { asked, report, session, took } from '../sample-report.ts';

const w = reportStrings('fr');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
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
  asked('sel', { text: 'Le sel ?' }),
  asked('mot', { kind: 'text', page: 'Cuire', text: 'Un mot ?' }),
  asked('eau', { page: 'Ailleurs', competencies: ['lire'], text: 'L’eau ?' }),
];
const COMPETENCIES = [
  { id: 'c4-3', title: 'Pétrir', questions: 4, answered: 3, right: 2 },
  { id: 'lire', title: 'Lire', questions: 1, answered: 0, right: 0 },
  { id: 'c5', title: 'Vendre', questions: 0, answered: 0, right: 0 },
];

function page(more: Partial<ReportParticipation> = {}, own: Partial<ReportSession> = {}) {
  const one = session({ questions: QUESTIONS, competencies: COMPETENCIES, participations: [took(0, more), took(1)], ...own });
  const made = new DOMParser().parseFromString(relevePage(report([one]), 0, w), 'text/html');
  return {
    made,
    text: plain(made.body.textContent ?? ''),
    cells: [...made.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => plain(cell.textContent ?? ''))),
  };
}
const has = (text: string, part: string) => text.includes(plain(part));

test('is about one person; nobody is an error', () => {
  const { made, text } = page();
  expect([made.title, has(text, 'Inès Moreau'), has(text, 'Marc')]).toEqual([
    w.format('releve.page', { name: 'Inès Moreau' }),
    true,
    false,
  ]);
  expect(() => relevePage(report([]), 7, w)).toThrow(RangeError);
});

test('names who trains and the course above the session, where they are known', () => {
  const over = (own: Partial<ReportSession>): string[] =>
    [...page({}, own).made.querySelectorAll('p.small')].map((one) => plain(one.textContent ?? ''));
  expect(over({ organisation: 'Rails', course: 'Le dépôt' })).toContain('Rails · Le dépôt');
  expect(over({ organisation: '', course: 'Le dépôt' })).toContain('Le dépôt');
});

describe('visits', () => {
  test('that were never made, or are known', () => {
    expect(has(page().text, w.format('never'))).toBe(true);
    const { text } = page({ first: '2026-01-02T10:00', last: '2026-02-03T11:00', seconds: 3600, declaredMinutes: 5, donePages: [0] });
    for (const part of [
      w.moment('2026-01-02T10:00'),
      w.moment('2026-02-03T11:00'),
      w.duration(3600),
      w.format('releve.declared.value', { n: '5', pages: 1, all: 2 }),
    ])
      expect([part, has(text, part)]).toEqual([part, true]);
    expect([has(text, w.format('releve.unknown')), has(page().text, w.format('releve.unknown'))]).toEqual([false, true]);
  });

  test('of a session without minutes count its pages', () => {
    const { text } = page(
      { donePages: [0, 1] },
      {
        pages: [
          { title: 'Pétrir', minutes: 0 },
          { title: 'Cuire', minutes: 0 },
        ],
      },
    );
    expect(has(text, w.format('releve.declared.pages', { n: '0', pages: 2, all: 2 }))).toBe(true);
  });
});

describe('the record', () => {
  test('state, score, attempts and version', () => {
    const { text } = page({ score: 80, attempts: 3, attempt: 2, basis: 'answers' }, { versions: ['0123456789'] });
    for (const part of [
      'p0+x@a.org',
      w.percent(80),
      w.format('releve.attempts.value', { n: '3', best: 2 }),
      '01234567',
      w.format('releve.state.basis', { state: w.format('state.done') }),
      w.format('releve.version'),
      w.format('releve.help'),
      w.format('releve.help.value'),
    ])
      expect([part, has(text, part)]).toEqual([part, true]);
    const other = page({ attempts: 1, basis: 'completion' }).text;
    expect(has(other, w.format('releve.version'))).toBe(false);
    expect([
      has(other, w.format('releve.score')),
      has(other, w.format('releve.attempts.value', { n: '1', best: 1 })),
      has(other, w.format('releve.state.basis', { state: w.format('state.done') })),
    ]).toEqual([false, false, false]);
    expect(has(page({ basis: 'answers', state: 'none' }).text, w.format('releve.state.basis', { state: w.format('state.none') }))).toBe(
      false,
    );
  });

  test('texts, of all that were asked', () => {
    expect(has(page().text, w.format('releve.works.none', { all: 1 }))).toBe(true);
    expect(has(page({ answers: [answer('mot', 'none')] }).text, w.format('releve.works.value', { n: 1, all: 1 }))).toBe(true);
  });
});

test('each competency: pages, right answers, texts, and too few of them', () => {
  const { cells } = page({
    answers: [answer('sel', 'right'), answer('mot', 'none'), answer('eau', 'wrong')],
    competencies: [
      { id: 'c4-3', answered: 3, right: 3 },
      { id: 'lire', answered: 1, right: 0 },
    ],
  });
  const row = (code: string) => cells.find(([first = '']) => first.includes(code))?.join(' | ') ?? '';
  expect(row('C4.3')).toContain('1, 2');
  expect(row('C4.3')).toContain(plain(w.format('outOf', { n: 1, all: 1 })));
  expect(row('C4.3')).toContain(plain(w.format('releve.textCount', { n: 1 })));
  expect(row('C4.3')).not.toContain(plain(w.format('comp.tooFew')));
  expect(row('lire')).toContain(plain(w.format('comp.tooFew')));
  expect(row('lire')).toContain(plain(w.format('outOf', { n: 0, all: 1 })));
  expect(row('C5')).toContain(plain(w.format('notYet')));
});

test('each page: what is done, what is right, and texts', () => {
  const { cells } = page({ donePages: [0], answers: [answer('sel', 'right'), answer('mot', 'none')] });
  const rowOf = (rows: string[][], title: string) =>
    rows.map((row) => row.join(' | ')).find((row) => new RegExp(`^\\d[^a-z]*${title}`).test(row)) ?? '';
  const [petrir, cuire] = [rowOf(cells, 'Pétrir'), rowOf(cells, 'Cuire')];
  expect([petrir?.includes(plain(w.format('minutes', { n: 5 }))), petrir?.includes(plain(w.format('outOf', { n: 1, all: 1 })))]).toEqual([
    true,
    true,
  ]);
  expect(cuire).toContain(plain(w.format('notYet')));
  expect([petrir, cuire].map((row) => row.split(' | ').at(-1))).toEqual([plain(w.format('none')), '1']);
  const done = rowOf(page({ donePages: [1] }).cells, 'Cuire');
  expect(done).toContain(plain(w.format('yes')));
});

test('texts and answers, each with its question', () => {
  const { text, cells } = page({
    answers: [
      answer('sel', 'wrong', { words: 'a | b', rightWords: 'c | d' }),
      answer('mot', 'none', { words: 'Du pain.' }),
      answer('eau', 'right'),
      answer('inconnu', 'right'),
    ],
  });
  for (const part of ['Du pain.', 'Un mot ?', w.format('releve.page.number', { n: 2 })])
    expect([part, has(text, part)]).toEqual([part, true]);
  const row = (question: string) => cells.find((one) => one.includes(question)) ?? [];
  const sel = row('Le sel ?');
  expect([
    sel.includes('1'),
    sel.join(' ').includes('a b'),
    sel.join(' ').includes('c d'),
    sel.includes(plain(w.format('verdict.wrong'))),
  ]).toEqual([true, true, true, true]);
  expect(row('L’eau ?')).toEqual(expect.arrayContaining(['', plain(w.format('verdict.right'))]));
  expect([has(text, 'inconnu!'), cells.some((one) => one.includes('Un mot ?'))]).toEqual([false, false]);
});

test('two answers to a competency are too few, three are enough; its pages are in the order of their numbers', () => {
  const pages = Array.from({ length: 10 }, (_, index) => ({ title: `Page ${index + 1}`, minutes: 5 }));
  const questions = [10, 9, 2].map((n) => asked(`q${n}`, { page: `Page ${n}`, competencies: ['lire'] }));
  const row = (answered: number): string => {
    const competencies = [{ id: 'lire', answered, right: 1 }];
    const { cells } = page({ answers: questions.map(({ id }) => answer(id, 'right')), competencies }, { pages, questions });
    return cells.find(([first = '']) => first.includes('lire'))?.join(' | ') ?? '';
  };
  expect([2, 3].map((answered) => row(answered).includes(plain(w.format('comp.tooFew'))))).toEqual([true, false]);
  expect(row(3)).toContain('2, 9, 10');
});
