import { expect, test } from 'vitest';
import { blankOf, placeOf, withBlanks } from '../../build/exchange/blanks.ts';

test('accepted answers are a blank', () => {
  expect([blankOf(['four']), blankOf([' le  four ', 'fournil'])]).toEqual(['[[four]]', '[[le four / fournil]]']);
});

test.each([[[]], [['']], [['a', ' ']], [['a]b']], [['a\\b']], [['{a}']], [['&amp;']], [['&#233;']], [['a[b']], [['a}b']], [['a / b']]])(
  '%j can’t stand in one',
  (accepted) => {
    expect(blankOf(accepted)).toBeUndefined();
  },
);

test('a slash or an ampersand alone may', () => {
  expect(blankOf(['km/h', 'R&D'])).toBe('[[km/h / R&D]]');
});

test('blanks take their places, and places without one are empty', () => {
  expect(withBlanks(`${placeOf(1)} et ${placeOf(0)}, ${placeOf(2)}.`, ['[[a]]', '[[b]]'])).toBe('[[b]] et [[a]], .');
  expect(placeOf(10)).toMatch(/^[a-z]+10[a-z]+$/);
});
