import { expect, test } from 'vitest';
import { namedParts } from '../../../build/stages/resolve/named-parts.ts';

test('lists of parts are reduced to token and text; everything else is left out', () => {
  const part = (token: string, more: object = {}) => ({ token, text: token.toUpperCase(), ...more });
  expect(
    namedParts({
      choices: [part('a', { right: true, html: '<p>' }), part('b')],
      empty: [],
      mixed: [part('a'), { token: 'b' }],
      textless: [{ text: 'A' }],
      nothing: [null],
      levels: [part('c')],
      max: 3,
      title: 'ab',
    }),
  ).toEqual({
    choices: [
      { token: 'a', text: 'A' },
      { token: 'b', text: 'B' },
    ],
    levels: [{ token: 'c', text: 'C' }],
  });
});
