import { expect, it } from 'vitest';
import { minutesIn } from '../../build/model/note-minutes.ts';

it('adds up the minutes at the start of notes', () => {
  expect(
    minutesIn([
      '<p><strong>10\u00a0min</strong> Lire.</p>',
      '<p><strong>5 min</strong></p>',
      '<p>Puis <strong>3 min</strong></p>',
      '<p>Rien.</p>',
      '\n<p><strong>100\u202fminutes.</strong> Écrire.</p>',
      '<p><strong>200min</strong></p>',
      '<p>Puis.</p>\n<p><strong>7 min</strong></p>',
      '<p><strong>1000 min</strong></p>',
    ]),
  ).toBe(315);
  expect(minutesIn([])).toBe(0);
});
