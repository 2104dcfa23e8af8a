import { expect, it } from 'vitest';
import { meantType, nearest, nearestList } from '../../build/diagnostics/nearest.ts';
import { activityTypes } from '../../build/types/activities.ts';

it('finds a name that is at least half the same', () => {
  expect([nearest('rame', ['quai', 'rames']), nearest('tout-autre', ['quai', 'rames']), nearest('x', [])]).toEqual(['rames', '', '']);
});

it('reads a list with other separators, if each of its names is near a known one', () => {
  const known = ['c4-5', 'c4-8', 'freiner'];
  expect([nearestList('c4-5, c4-8 et freinr', known), nearestList('c4-5', known), nearestList('c4-5, soleil', known)]).toEqual([
    'c4-5; c4-8; freiner',
    '',
    '',
  ]);
});

it('suggests a type by its name, its label, a teacher’s word, or a name from elsewhere', () => {
  const near = (name: string): string => meantType(name, activityTypes).near;
  expect([near('choise'), near('qcm'), near('MCQ'), near('trainr'), near('zzzzzz')]).toEqual(['choice', 'choice', 'choice', 'trainer', '']);
  expect(meantType('Warning', activityTypes)).toEqual({
    near: 'callout',
    example: ':::callout{kind=warning}',
    english: ':::callout{kind=warning}',
  });
  expect(near('classement')).toBe('categorize');
});
