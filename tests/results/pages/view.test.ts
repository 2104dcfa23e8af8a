import { expect, test } from 'vitest';
import { factsOf, initials, namesOf, placeOf, ratio, shortDigest, shortened, strong } from '../../../build/results/pages/view.ts';
import { asked, keyWords, report, session } from '../sample-report.ts';

test('facts without a value are left out', () => {
  expect(
    factsOf(
      [
        ['fact.course', 'Le pain'],
        ['fact.cohort', ''],
        ['fact.version', '', 'abc'],
      ],
      keyWords,
    ),
  ).toEqual([
    { name: 'fact.course', value: 'Le pain' },
    { name: 'fact.version', value: '', code: 'abc' },
  ]);
});

test('digests, shares and short texts', () => {
  expect([shortDigest(['x', '0123456789']), shortDigest([])]).toEqual(['01234567', '']);
  expect([ratio(1, 3), ratio(2, 3), ratio(2, 2), ratio(1, 0), ratio(0, 3)]).toEqual([33.3, 66.7, 100, 0, 0]);
  expect([shortened('un deux', 7), shortened('un deux trois', 9), shortened('un deux', 6)]).toEqual(['un deux', 'un deux…', 'un…']);
  expect(strong('a < **b** et **c**')).toBe('a &lt; <strong>b</strong> et <strong>c</strong>');
});

test('the place of a question', () => {
  expect(placeOf(asked('q', { page: 'Cuire', competencies: ['c4-3', 'lire'] }), session())).toEqual({ number: '2', codes: 'C4.3, lire' });
  expect(placeOf(asked('q', { page: 'Ailleurs', competencies: [] }), session())).toEqual({ number: '', codes: '' });
  expect(placeOf(asked('q'), session())).toEqual({ number: '1', codes: 'C4.3' });
});

test('names, only the first ones if there are many', () => {
  expect([namesOf([], report(), keyWords), namesOf([1, 0], report(), keyWords), namesOf([0, 1, 2], report(), keyWords, 2)]).toEqual([
    'share.nobody',
    'Marc, Inès Moreau',
    'Inès Moreau, Marc share.rest n=1',
  ]);
  const many = Array.from({ length: 41 }, () => 1);
  expect([
    namesOf(many.slice(1), report(), keyWords).includes('rest'),
    namesOf(many, report(), keyWords).endsWith('share.rest n=1'),
  ]).toEqual([false, true]);
});

test.each([
  ['Inès Moreau', 'IM'],
  ['Noor de la Cour', 'ND'],
  ['é', 'É'],
  ['42', '?'],
  ['J.P. Roux', 'JR'],
  ['E\u0301lie Or', 'EO'],
  ['Éli d’Or-Roy', 'ÉD'],
  ['I.\u00a0M.', 'IM'],
])('initials of %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
