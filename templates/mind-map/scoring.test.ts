import { describe, expect, it } from 'vitest';
import { type Answer, ideasOf, largest, outlineOf, report, score, slots } from './scoring.ts';
import type { Options } from './type.ts';

it('has no ideas in its largest answer, because ideas are measured apart', () => {
  const branches = ['a', 'b'].map((token) => ({ token, text: `Le four ${token}` }));
  expect(largest({ branches } as unknown as Options)).toEqual({ a: [], b: [] });
  expect(largest({} as Options)).toEqual({});
});

const options = (more: object = {}): Options =>
  ({
    ...{ fill: true, min: 2, max: 8, centre: { text: 'Le four' } },
    branches: [
      { token: 'a', text: 'La pâte' },
      { token: 'b', text: 'La mie' },
    ],
    ...more,
  }) as unknown as Options;

describe('the ideas of an answer', () => {
  it('are in the order of the branches; only one behind another may be below it', () => {
    expect(ideasOf(options(), { b: ['\tSeigle ', '\t Blé', 'Sel'], a: [] })).toEqual([
      [],
      [
        { text: 'Seigle', under: false },
        { text: 'Blé', under: true },
        { text: 'Sel', under: false },
      ],
    ]);
  });

  it('are texts that are not empty, whatever was stored', () => {
    expect(ideasOf(options(), { a: ['', ' \t', 3, 'Sel'], b: 'Eau' } as unknown as Answer)).toEqual([[{ text: 'Sel', under: false }], []]);
    expect([ideasOf(options(), null), ideasOf({} as Options, { a: ['Sel'] })]).toEqual([[[], []], []]);
  });

  it('stay when their branch is removed, behind those of the last one', () => {
    expect(ideasOf(options(), { x: ['Un'], b: ['Sel'], y: ['Deux', '\tTrois'] })[1]).toEqual([
      { text: 'Sel', under: false },
      { text: 'Un', under: false },
      { text: 'Deux', under: false },
      { text: 'Trois', under: true },
    ]);
    const branches = [{ token: 'ab' }, { token: 'c' }];
    expect(ideasOf(options({ branches }), { a: ['Un'], b: ['Sel'] })[1]?.map(({ text }) => text)).toEqual(['Un', 'Sel']);
  });
});

describe('the score of a map', () => {
  it('is the share of the ideas that were asked for, each branch by itself', () => {
    const ratio = (answer: Answer | null, more: object = {}) => score(options(more), answer);
    expect([null, { a: ['x'] }, { a: ['x', 'y', 'z'] }, { a: ['x', 'y'], b: ['u', 'v'] }].map((answer) => ratio(answer as Answer))).toEqual(
      [0, 0.25, 0.5, 1].map((one) => ({ ratio: one, parts: {} })),
    );
    expect(
      [ratio({ a: ['x'] }, { min: 1 }), ratio({}, { branches: [] }), ratio({}, { branches: undefined })].map((one) => one.ratio),
    ).toEqual([0.5, 0, 0]);
  });

  it('of a map to read is full once it was shown', () => {
    expect([score(options({ fill: false }), null), score(options({ fill: false }), {})]).toEqual([
      { ratio: 0, parts: {} },
      { ratio: 1, parts: {} },
    ]);
  });
});

describe('the report of a map', () => {
  it('is one text, with a branch for each, even without ideas', () => {
    expect([slots(options()), slots(options({ fill: false }))]).toEqual([[{ type: 'long-fill-in', right: [], text: '' }], []]);
    const text = '- Le four\n  - La pâte\n  - La mie\n    - Sel\n      - Fin';
    expect(report(options(), { b: ['Sel', '\tFin'] })).toEqual([{ response: { type: 'long-fill-in', text }, result: 'neutral' }]);
    expect(report(options({ centre: undefined }), { a: ['Sel'] })[0]?.response).toMatchObject({
      text: '- \n  - La pâte\n    - Sel\n  - La mie',
    });
    expect([report(options(), { a: [' '] }), report(options({ fill: false }), { a: ['Sel'] })]).toEqual([[], []]);
  });

  it('indents each level by two spaces more', () => {
    const tree = {
      text: 'a',
      children: [
        { text: 'b', children: [{ text: 'c', children: [] }] },
        { text: 'd', children: [] },
      ],
    };
    expect([outlineOf(tree), outlineOf(tree, '    ')]).toEqual([
      '- a\n  - b\n    - c\n  - d',
      '    - a\n      - b\n        - c\n      - d',
    ]);
  });
});
