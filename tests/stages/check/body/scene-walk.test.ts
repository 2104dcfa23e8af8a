import { expect, test } from 'vitest';
import { type Walk, type WalkedScene, walkScenes } from '../../../../build/stages/check/body/scene-walk.ts';

type Choice = WalkedScene['choices'][number];

const to = (scene: number, more: Partial<Choice> = {}): Choice => ({ to: scene, ...more });
const scene = (...choices: Choice[]): WalkedScene => ({ ending: false, choices });
const end: WalkedScene = { ending: true, choices: [] };

const nothing: Walk = { unreached: [], stuck: [], endless: [] };

test.each<[string, WalkedScene[], Record<string, number>, Partial<Walk>]>([
  ['a single ending', [end], {}, {}],
  ['a story of two scenes', [scene(to(1)), end], {}, {}],
  ['a scene that none leads to', [scene(to(2)), scene(to(2)), end], {}, { unreached: [1] }],
  ['a scene without a decision', [scene(to(1)), scene(), end], {}, { unreached: [2], stuck: [{ scene: 1, values: {} }] }],
  ['a circle without an ending', [scene(to(1), to(2)), scene(to(1)), end], {}, { endless: [1] }],
  ['a circle of which one can leave', [scene(to(1)), scene(to(0), to(2)), end], {}, {}],
  ['two circles, in the order of their scenes', [scene(to(2), to(1), to(3)), scene(to(1)), scene(to(2)), end], {}, { endless: [1, 2] }],
  [
    'circles of scenes with one and with two digits, in the order of their numbers',
    [scene(to(10), to(2), to(1)), end, scene(to(2)), ...Array.from({ length: 7 }, () => end), scene(to(10))],
    {},
    { unreached: [3, 4, 5, 6, 7, 8, 9], endless: [2, 10] },
  ],
  ['two ways to one ending', [scene(to(1), to(2)), scene(to(3)), scene(to(3)), end], {}, {}],
  [
    'two scenes without a decision, in the order in which they are met',
    [scene(to(2), to(1)), scene(), scene(), end],
    {},
    {
      unreached: [3],
      stuck: [
        { scene: 2, values: {} },
        { scene: 1, values: {} },
      ],
    },
  ],
  ['an ending whose decisions are not needed', [scene(to(1)), { ending: true, choices: [to(0)] }], {}, {}],
  [
    'a condition that holds once a value has changed',
    [scene(to(0, { changes: [['calme', '+', 1]], needs: [['calme', '<', 2]] }), to(1, { needs: [['calme', '>=', 2]] })), end],
    { calme: 0 },
    {},
  ],
  [
    'a condition that never holds: its scene is out of reach',
    [scene(to(1, { needs: [['calme', '>', 5]] }), to(2)), end, end],
    { calme: 0 },
    { unreached: [1] },
  ],
  [
    'values that leave no decision',
    [scene(to(1, { changes: [['calme', '=', 3]] }), to(1)), scene(to(2, { needs: [['calme', '<', 3]] })), end],
    { calme: 0 },
    { stuck: [{ scene: 1, values: { calme: 3 } }] },
  ],
  [
    'scenes behind one without a decision are not reported, too',
    [scene(to(1, { needs: [['calme', '>', 5]] })), scene(to(2)), end],
    { calme: 0 },
    { stuck: [{ scene: 0, values: { calme: 0 } }] },
  ],
])('%s', (_, scenes, values, expected) => {
  expect(walkScenes(scenes, values)).toEqual({ ...nothing, ...expected });
});

test('a value that grows in a circle is followed up to a limit, and nothing is reported wrongly', () => {
  const growing = scene(to(0, { changes: [['pas', '+', 1]] }), to(1, { needs: [['pas', '>', 9000]] }));
  expect(walkScenes([growing, end, scene(to(1))], { pas: 0 })).toEqual({ ...nothing, unreached: [2] });
  const counted = scene(to(0, { changes: [['pas', '+', 1]] }), to(1, { needs: [['pas', '>=', 3000]] }));
  expect(walkScenes([counted, end], { pas: 0 })).toEqual(nothing);
});

test('a scene that is stuck in several ways is reported once, with the first values', () => {
  const set = (calme: number): Choice => to(1, { changes: [['calme', '=', calme]] });
  const scenes = [scene(set(4), set(3), to(2)), scene(to(2, { needs: [['calme', '>', 9]] })), end];
  expect(walkScenes(scenes, { calme: 0 })).toEqual({ ...nothing, stuck: [{ scene: 1, values: { calme: 4 } }] });
});

test('4000 situations are all taken, and with one more nothing is reported that values might allow', () => {
  const walk = (steps: number): Walk => {
    const counted = scene(
      to(0, { changes: [['pas', '+', 1]], needs: [['pas', '<', steps]] }),
      to(1, { needs: [['pas', '>=', steps]] }),
      to(2, { needs: [['pas', '>', 9000]] }),
    );
    return walkScenes([counted, end, end], { pas: 0 });
  };
  expect([walk(3998).unreached, walk(3999).unreached]).toEqual([[2], []]);
});
