import { expect, test } from 'vitest';
import { largestSeen, reportSeen, scoreSeen, slotsSeen } from '../../../src/model/state/seen.ts';

const options = { cards: [{ token: 'a' }, { token: 'c' }] };

test('any answer is a full score without verdicts, and none at all is 0', () => {
  expect([scoreSeen(options, null), scoreSeen(options, []), scoreSeen(options, ['a'])]).toEqual([
    { ratio: 0, parts: {} },
    { ratio: 1, parts: {} },
    { ratio: 1, parts: {} },
  ]);
});

test('there is no question to report; the largest answer names every card', () => {
  expect([slotsSeen(options), reportSeen(options, ['a']), largestSeen(options)]).toEqual([[], [], ['a', 'c']]);
});
