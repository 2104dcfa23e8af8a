import { expect, test } from 'vitest';
import { competencyId, freeId } from '../../../build/studio/course/free-id.ts';

test('ids come from a code or the words of a title, and are free', () => {
  expect(competencyId('C4.6 Agir en partenariat', [])).toBe('c4-6');
  expect(competencyId('Accueillir une famille', [])).toBe('accueillir-une-famille');
  expect(competencyId('C4.6 Autre', ['c4-6'])).toBe('c4-6-2');
  expect(freeId('?', 'seance', (id) => id === 'seance')).toBe('seance-2');
});

test('an id gets the first number that is free, from 2', () => {
  const taken = (...ids: readonly string[]) => freeId('Four', 'seance', (id) => ids.includes(id));
  expect([taken(), taken('four'), taken('four-2'), taken('four', 'four-2'), taken('four', 'four-3')]).toEqual([
    'four',
    'four-2',
    'four',
    'four-3',
    'four-2',
  ]);
  expect([competencyId('C4 Agir', ['c4-6']), competencyId('C4.6 Agir', ['c4'])]).toEqual(['c4', 'c4-6']);
  expect([competencyId('C1 a', ['c1', 'c1-2']), competencyId('', []), competencyId('', ['competence'])]).toEqual([
    'c1-3',
    'competence',
    'competence-2',
  ]);
});

test.each([
  ['C4-6: Agir', 'c4-6'],
  ['DC2 – Agir', 'dc2'],
  ['abcd12—Agir', 'abcd12'],
  ['C4.6.1\tAgir', 'c4-6-1'],
  ['abcde1 Agir', 'abcde1-agir'],
  ['C Agir', 'c-agir'],
  ['C4.6. Agir', 'c4-6-agir'],
  ['C4.6bis Agir', 'c4-6bis-agir'],
  ['Agir C4.6 ici', 'agir-c4-6-ici'],
  ['…', 'competence'],
])('the id of %j is %s', (title, id) => {
  expect(competencyId(title, [])).toBe(id);
});
