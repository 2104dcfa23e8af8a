import { expect, test } from 'vitest';
import { competencyId, freeId } from '../../../build/studio/course/free-id.ts';

test('ids come from a code or the words of a title, and are free', () => {
  expect(competencyId('C4.6 Agir en partenariat', [])).toBe('c4-6');
  expect(competencyId('Accueillir une famille', [])).toBe('accueillir-une-famille');
  expect(competencyId('C4.6 Autre', ['c4-6'])).toBe('c4-6-2');
  expect(freeId('?', 'seance', (id) => id === 'seance')).toBe('seance-2');
});
