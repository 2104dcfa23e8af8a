import { describe, expect, test } from 'vitest';
import { readCompletion, readGrades } from '../../../build/results/read/course-reports.ts';

describe('completion', () => {
  const HEAD = ['', 'Adresse', 'Le fournil', '', 'La vente', ''];
  const INES = ['Ines &amp; Moreau ', ' Ines@Example.org', 'Terminé', '2026-01-02 10:00', 'Pas terminé', ''];
  const MARC = ['Marc', 'marc@example.org', '', '', 'x', ' 2026-01-03 '];

  test('of each person in each activity', () => {
    expect(readCompletion([HEAD, INES, MARC])).toMatchObject([
      { name: 'Ines & Moreau', email: 'ines@example.org', title: 'Le fournil', at: expect.stringMatching(/^2026-01-02/) },
      { name: 'Ines & Moreau', title: 'La vente', at: '' },
      { name: 'Marc', title: 'Le fournil', at: '' },
      { name: 'Marc', email: 'marc@example.org', title: 'La vente', at: expect.stringMatching(/^2026-01-03/) },
    ]);
  });

  test('whose date follows its heading: a second empty heading has none', () => {
    const table = [
      ['', 'Adresse', 'Le fournil', '', ''],
      ['Ines', 'a@b', 'x', '', 'hier'],
    ];
    expect(readCompletion(table)).toEqual([{ name: 'Ines', email: 'a@b', title: 'Le fournil', at: '' }]);
  });

  test('with times, where one has no address and a later cell contains an @', () => {
    const noa = ['Noa', '', 'x', '2026-01-02 10:00', 'voir a@b', ''];
    expect(readCompletion([HEAD, noa, INES])?.map(({ email, at }) => [email, at])).toEqual([
      ['', '2026-01-02T10:00'],
      ['', ''],
      ['ines@example.org', '2026-01-02T10:00'],
      ['ines@example.org', ''],
    ]);
    const bare = readCompletion([
      ['', 'N°', 'Le fournil', '', 'La vente', ''],
      ['Ines', '7', 'x', '', 'voir a@b', ''],
    ]);
    expect(bare?.map(({ email }) => email)).toEqual(['', '']);
  });

  test('without addresses, and with short rows', () => {
    expect(
      readCompletion([
        ['', 'N°', 'Le fournil', ''],
        ['Ines', '7', 'x'],
      ]),
    ).toEqual([{ name: 'Ines', email: '', title: 'Le fournil', at: '' }]);
  });

  test.each<[string, string[][]]>([
    ['a first heading', [['Nom', ...HEAD.slice(1)], INES]],
    ['no row', [HEAD]],
    ['nothing', []],
    ['no date', [['', 'Adresse', 'Le fournil'], INES]],
    ['something else in place of a date', [HEAD, ['Ines', 'a@b', 'x', 'hier', '', '']]],
    ['a year in place of a date', [HEAD, ['Ines', 'a@b', 'x', '2026', '', '']]],
    ['something else in place of one date', [HEAD, ['Ines', 'a@b', 'x', '2026-01-02', 'x', 'hier']]],
    ['something else in one row', [HEAD, INES, ['Marc', 'a@b', 'x', 'hier', '', '']]],
    [
      'a date only in the second column',
      [
        ['', '', 'Le fournil'],
        ['Ines', '2026-01-02', 'x'],
      ],
    ],
  ])('is not: %s', (_, table) => {
    expect(readCompletion(table)).toBeUndefined();
  });
});

describe('grades', () => {
  const HEAD = ['Prénom', 'Nom', 'Adresse', 'SCORM : Le fournil', 'La vente', 'Téléchargé'];
  const INES = [' Ines ', 'Moreau', 'Ines@Example.org', '83,5', '-', '1767261600'];
  const MARC = ['Marc', '', 'marc@example.org', '-2', ' 100 ', '1767261700'];

  test('of each person in each activity, and the time of the download', () => {
    expect(readGrades([HEAD, INES, MARC])).toEqual({
      at: 1_767_261_700,
      grades: [
        { name: 'Ines Moreau', email: 'ines@example.org', title: 'SCORM : Le fournil', grade: 83.5 },
        { name: 'Ines Moreau', email: 'ines@example.org', title: 'La vente' },
        { name: 'Marc', email: 'marc@example.org', title: 'SCORM : Le fournil', grade: -2 },
        { name: 'Marc', email: 'marc@example.org', title: 'La vente', grade: 100 },
      ],
    });
  });

  test.each<[string, string[][]]>([
    ['no row', [HEAD]],
    ['no time', [HEAD, [...INES.slice(0, 5), 'hier']]],
    ['no time in one row', [HEAD, INES, [...MARC.slice(0, 5), '']]],
    ['a longer number', [HEAD, [...INES.slice(0, 5), '17672616000']]],
    ['no address', [HEAD, ['Ines', 'Moreau', 'x', '83', '-', '1767261600']]],
    [
      'too few columns',
      [
        ['a', 'b', 'c'],
        ['x', 'a@b', '1767261600'],
      ],
    ],
  ])('are not: %s', (_, table) => {
    expect(readGrades(table)).toBeUndefined();
  });

  test('that are no numbers are left out', () => {
    const texts = ['83 x', 'x 83', 'A', '8,', '7', '8.5'];
    const table = [HEAD, ...texts.map((text) => ['Ines', 'Moreau', 'a@b', text, '-', '1767261600'])];
    expect(readGrades(table)?.grades.flatMap(({ grade }) => grade ?? [])).toEqual([7, 8.5]);
  });

  test('with no column but name, address and time', () => {
    expect(
      readGrades([
        ['a', 'b', 'c', 'd'],
        ['Ines', 'Moreau', 'a@b', '1767261600'],
      ]),
    ).toEqual({ grades: [], at: 1_767_261_600 });
  });
});

test('grades are read though one person has no address', () => {
  const rows = ['', 'marc@example.org'].map((email) => ['Ines', 'M', email, '5', '1767261600']);
  expect(readGrades([['a', 'b', 'c', 'd', 'e'], ...rows])?.grades.map(({ email, grade }) => [email, grade])).toEqual([
    ['', 5],
    ['marc@example.org', 5],
  ]);
});
