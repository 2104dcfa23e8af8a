import { describe, expect, test } from 'vitest';
import { competencyTable, slopes, stepsOf } from '../../../build/results/pages/competencies-view.ts';
import { keyWords, report, session, took } from '../sample-report.ts';

const answers = [{ id: 'q', words: '', raw: '', verdict: 'right' as const, rightWords: '', cut: false }];
const COMPETENCIES = [
  { id: 'c4-3', title: 'Pétrir', questions: 3, answered: 4, right: 3 },
  { id: 'lire', title: '', questions: 2, answered: 1, right: 0 },
  { id: 'c5', title: 'Vendre', questions: 0, answered: 0, right: 0 },
];

describe('people and competencies', () => {
  const own = [
    { id: 'c4-3', answered: 3, right: 2 },
    { id: 'lire', answered: 0, right: 0 },
  ];

  test('heads, rows with a dot for each question, and the group', () => {
    const one = session({
      competencies: COMPETENCIES,
      participations: [took(0, { answers, competencies: own }), took(1, { state: 'none', answers }), took(2)],
    });
    expect(competencyTable(one, report(), keyWords)).toEqual({
      heads: [
        { code: 'C4.3', title: 'Pétrir', count: 'comp.questions n=3', isFew: false },
        { code: 'lire', title: '', count: 'comp.few n=2', isFew: true },
        { code: 'C5', title: 'Vendre', count: 'comp.none', isFew: true },
      ],
      rows: [
        {
          name: 'Inès Moreau',
          sheet: 'releve-0.html',
          cells: [
            { isFew: false, label: 'C4.3 Pétrir', dots: ['f', 'f', ''], text: 'outOf n=2 all=3' },
            { isFew: true, label: 'lire', dots: [], text: 'notYet' },
          ],
        },
      ],
      group: [
        { isFew: false, text: 'outOf n=3 all=4' },
        { isFew: true, text: 'outOf n=0 all=1' },
        { isFew: true, text: 'outOf n=0 all=0' },
      ],
      about: 'comp.about',
    });
  });

  test('many people have no dots', () => {
    const of = (count: number) =>
      competencyTable(
        session({
          competencies: COMPETENCIES,
          participations: Array.from({ length: count }, () => took(0, { answers, competencies: own })),
        }),
        report(),
        keyWords,
      );
    expect([of(60)?.about, of(61)?.about, of(61)?.rows[0]?.cells[0]?.dots]).toEqual(['comp.about', 'comp.aboutMany', []]);
  });

  test('nothing to show', () => {
    expect(competencyTable(session({ competencies: COMPETENCIES, participations: [took(0)] }), report(), keyWords)).toBeNull();
    expect(competencyTable(session({ participations: [took(0, { answers })] }), report(), keyWords)).toBeNull();
  });
});

const scale = (text: string, moves: { from: number; to: number; n: number }[]) => ({
  before: 'avant',
  after: 'apres',
  text,
  levels: ['Non', 'Un peu', 'Oui'],
  moves,
});

describe('scales asked twice', () => {
  test('each move as a line, the number of people at both ends, and a summary', () => {
    const one = session({
      beforeAfter: [
        scale('Savez-vous ?', [
          { from: 0, to: 2, n: 3 },
          { from: 1, to: 1, n: 2 },
          { from: 2, to: 1, n: 1 },
          { from: 0, to: 1, n: 2 },
        ]),
      ],
    });
    expect(slopes(one, keyWords)).toEqual({
      about: 'before.about n=8',
      levels: ['Non', 'Un peu', 'Oui'],
      list: [
        {
          id: 'avant',
          title: 'Savez-vous ?',
          height: 113,
          foot: 105,
          grid: [
            { y: 70, label: 1, text: 75 },
            { y: 41, label: 2, text: 46 },
            { y: 12, label: 3, text: 17 },
          ],
          lines: [
            { y1: 70, y2: 12, width: 5, kind: 'up' },
            { y1: 41, y2: 41, width: 4, kind: 'eq' },
            { y1: 12, y2: 41, width: 3, kind: 'dn' },
            { y1: 70, y2: 41, width: 4, kind: 'up' },
          ],
          ends: [
            { x: 46, y: 75, n: 5, anchor: 'end' },
            { x: 46, y: 46, n: 2, anchor: 'end' },
            { x: 46, y: 17, n: 1, anchor: 'end' },
            { x: 206, y: 46, n: 5, anchor: 'start' },
            { x: 206, y: 17, n: 3, anchor: 'start' },
          ],
          summary: 'before.up n=5, before.same n=2, before.down n=1',
          label:
            'Savez-vous ? ; before.move n=3 from=Non to=Oui ; before.move n=2 from=Un peu to=Un peu ; before.move n=1 from=Oui to=Un peu ; before.move n=2 from=Non to=Un peu',
        },
      ],
    });
  });

  test('the line of everybody is the widest', () => {
    const widths = (...counts: readonly number[]) =>
      slopes(
        session({
          beforeAfter: [
            scale(
              'Peser',
              counts.map((n, to) => ({ from: 0, to, n })),
            ),
          ],
        }),
        keyWords,
      )?.list[0]?.lines.map(({ width }) => width);
    expect([widths(8), widths(1, 1), widths(1, 15)]).toEqual([[10], [6, 6], [3, 10]]);
  });

  test('titles without the sentence that all begin with; nobody in one of them', () => {
    const move = [{ from: 0, to: 0, n: 1 }];
    const titles = (...texts: string[]) =>
      slopes(session({ beforeAfter: texts.map((text, index) => scale(text, index === 0 ? move : [])) }), keyWords)?.list.map(
        ({ title, summary }) => [title, summary],
      );
    expect(titles('À ce jour : pétrir', 'À ce jour : peser')).toEqual([
      ['pétrir', 'before.same n=1'],
      ['peser', 'before.nobody'],
    ]);
    expect(titles('Pétrir', 'Peser')?.map(([title]) => title)).toEqual(['Pétrir', 'Peser']);
    expect(titles('Un. Deux. Pétrir', 'Un. Deux. Peser')?.map(([title]) => title)).toEqual(['Pétrir', 'Peser']);
    expect(titles('Un\ndeux : pétrir', 'Un\ndeux : cuire')?.map(([title]) => title)).toEqual(['pétrir', 'cuire']);
    expect(titles('Un : a', 'Un : b', 'Deux : c')?.map(([title]) => title)).toEqual(['Un : a', 'Un : b', 'Deux : c']);
    expect(titles('Un. ', 'Un. ')?.map(([title]) => title)).toEqual(['Un. ', 'Un. ']);
  });

  test('none', () => {
    expect([slopes(session(), keyWords), slopes(session({ beforeAfter: [scale('x', [])] }), keyWords)]).toEqual([null, null]);
  });
});

test('somebody’s levels, for the scale whose text names the competency', () => {
  const one = session({ beforeAfter: [scale('Peser', []), scale('Savez-vous pétrir (C4.3) ? C4.3 oui', [])] });
  const of = (id: string, ...given: [string, string][]) => stepsOf(id, one, new Map(given), keyWords);
  expect(of('c4-3', ['avant', 'Non'], ['apres', 'Oui'])).toBe('Non → Oui');
  expect(of('c4-3', ['avant', 'Non'], ['apres', 'Non'])).toBe('Non');
  expect(of('c4-3', ['avant', 'Non'])).toBe('Non → notYet');
  expect(of('c4')).toBe('');
});

test('a single scale has its whole text, of several the most people count', () => {
  const of = (...counts: number[]) =>
    slopes(session({ beforeAfter: counts.map((n) => scale('À ce jour : pétrir', [{ from: 0, to: 1, n }])) }), keyWords);
  expect(of(2)?.list.map(({ title }) => title)).toEqual(['À ce jour : pétrir']);
  expect([of(1, 3, 2)?.about, of(3, 1)?.about]).toEqual(['before.about n=3', 'before.about n=3']);
});

test('the first of several scales that name a competency shows somebody’s levels', () => {
  const beforeAfter = [scale('Le C4', []), { ...scale('Un C4', []), before: 'x', after: 'y' }];
  const given = new Map(Object.entries({ avant: 'Non', apres: 'Oui', x: 'Un peu', y: 'Un peu' }));
  expect(stepsOf('c4', session({ beforeAfter }), given, keyWords)).toBe('Non → Oui');
});
