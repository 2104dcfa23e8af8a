import { expect, test } from 'vitest';
import { playable } from '../../../build/preview/server/playable.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { DAY } from '../../helpers/one-course.ts';

test('a course that is one SCO first, with all minutes, then its sessions', () => {
  const of = (course: string) => {
    const read = checkDepot({ ...DAY, 'course.yaml': course }).course;
    return read && playable(read).map(({ id, title, minutes }) => [id, title, minutes]);
  };
  const text = String(DAY['course.yaml']).replace('Une journée au dépôt', 'Une journée : le dépôt');
  const sessions = [
    ['matin', 'Le matin', 20],
    ['soir', 'Le soir', 15],
  ];
  expect(of(text)).toEqual([['depot', 'Une journée\u00a0: le dépôt', 35], ...sessions]);
  expect(of(text.replace('package: one-sco\n', ''))).toEqual(sessions);
  const english = text.replace('lang: fr', 'lang: en').replace('Une journée : le dépôt', 'A day: the depot');
  expect(of(english)?.[0]?.[1]).toBe('A day: the depot');
});
