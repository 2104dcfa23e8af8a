import { expect, it } from 'vitest';
import { changed, isOffered, type Need } from '../../../src/model/record/story.ts';

it('adds to values and sets them, in their order, without changing those before', () => {
  const before = { calme: 2, nuit: 1 };
  expect(
    changed(before, {
      changes: [
        ['calme', '+', -1],
        ['appels', '+', 1],
        ['calme', '=', 5],
        ['calme', '+', 1],
      ],
    }),
  ).toEqual({ calme: 6, nuit: 1, appels: 1 });
  expect(before).toEqual({ calme: 2, nuit: 1 });
  expect(changed(before, {})).toEqual(before);
});

it('offers a decision if all its conditions hold; a value that was never set is 0', () => {
  const offered = (sign: Need[1]): boolean[] => [1, 2, 3].map((calme) => isOffered({ calme }, { needs: [['calme', sign, 2]] }));
  expect(Object.fromEntries((['<', '<=', '=', '!=', '>=', '>'] as const).map((sign) => [sign, offered(sign)]))).toEqual({
    '<': [true, false, false],
    '<=': [true, true, false],
    '=': [false, true, false],
    '!=': [true, false, true],
    '>=': [false, true, true],
    '>': [false, false, true],
  });
  expect([
    isOffered({}, {}),
    ...[0, 1].map((than) => isOffered({}, { needs: [['calme', '=', than]] })),
    isOffered(
      { calme: 1 },
      {
        needs: [
          ['calme', '=', 1],
          ['appels', '>', 0],
        ],
      },
    ),
  ]).toEqual([true, true, false, false]);
});
