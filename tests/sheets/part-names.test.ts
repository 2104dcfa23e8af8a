import { describe, expect, test } from 'vitest';
import { answersOf, partNames } from '../../build/sheets/part-names.ts';
import type { Slot } from '../../src/model/record/interaction.ts';

const names = (options: object) => {
  const { near, far, within, feedback } = partNames(options, 'fr');
  return {
    near: Object.fromEntries(near),
    far: Object.fromEntries(far),
    within: Object.fromEntries(within),
    feedback: Object.fromEntries(feedback),
  };
};

test('a part without feedback or weight has none', () => {
  const { feedback, weight } = partNames({ choices: [{ token: 'a', text: 'Un frein' }] }, 'fr');
  expect([feedback.size, weight.size]).toEqual([0, 0]);
});

test('a part has the percent that it is worth, 0 too', () => {
  const choices = [
    { token: 'a', text: 'Un frein', weight: 50 },
    { token: 'b', text: 'La cloche', weight: 0 },
  ];
  expect([...partNames({ choices }, 'fr').weight]).toEqual([
    ['a', 50],
    ['b', 0],
  ]);
});

describe('names of parts', () => {
  test('choices, with typography and feedback', () => {
    expect(
      names({
        choices: [
          { token: 'a', text: 'Un frein ?', feedback: '<p>Oui.</p>' },
          { token: 'b', text: 'La cloche' },
        ],
      }),
    ).toEqual({
      near: { a: 'Un frein\u202f?', b: 'La cloche' },
      far: {},
      within: {},
      feedback: { a: '<p>Oui.</p>' },
    });
    expect(names({ steps: [{ token: 'a', text: 'Un frein ?' }] }).near).toEqual({ a: 'Un frein ?' });
    expect(names({ levels: [{ token: 'a', text: 'Un frein ?' }] }).near).toEqual({ a: 'Un frein\u202f?' });
  });

  test('groups, targets, labels, and cells or blanks with an answer are places', () => {
    const list = [{ token: 'p', title: '<em>Le quai</em>' }];
    for (const key of ['groups', 'targets', 'labels']) expect(names({ [key]: list })).toMatchObject({ near: {}, far: { p: 'Le quai' } });
    expect(names({ cells: [{ token: 'p', text: 'Ici' }, { token: 'q' }] })).toMatchObject({ near: { q: '2' }, far: { p: 'Ici' } });
    expect(
      names({
        blanks: [
          { token: 'p', text: 'un', answer: 'un' },
          { token: 'q', text: 'deux' },
        ],
      }),
    ).toMatchObject({ near: { q: 'deux' }, far: { p: 'un' } });
  });

  test('pairs are named by their left side; a row without one is not asked', () => {
    const pairs = [
      { token: 'a', left: '<p>Rame</p>', leftText: 'Rame', text: 'Tram' },
      { token: 'b', text: 'Bus' },
    ];
    expect(names({ pairs }).near).toEqual({ a: 'Rame' });
  });

  test('a part without a name takes that of what holds it, or its number', () => {
    expect(names({ rows: [{ text: 'La rame', cells: [{ token: 'a' }] }, { cells: [{}, { token: 'b' }] }] }).near).toEqual({
      a: 'La rame',
      b: '2',
    });
  });

  test('decisions belong to their scene', () => {
    const scenes = [
      { token: 'a', title: 'Le quai', choices: [{ token: 'b', text: 'Partir' }] },
      { title: 'Fin', choices: [{ token: 'c', text: 'Rester' }] },
    ];
    expect(names({ scenes })).toMatchObject({ near: { a: 'Le quai', b: 'Partir', c: 'Rester' }, within: { b: 'a' } });
  });

  test('members that are no parts are left out', () => {
    expect(names({ words: ['un', null, 3], choices: [null, { token: 3, text: 'x' }], title: 'ab' })).toEqual({
      near: {},
      far: {},
      within: {},
      feedback: {},
    });
  });
});

const scenes = (token: string, choice: string) => ({ token, title: token, choices: [{ token: choice, text: 'Partir' }] });

test('parts that may answer a slot', () => {
  const scene = partNames(
    {
      scenes: [
        { token: 'a', title: 'Le quai', choices: [{ token: 'b', text: 'Partir' }] },
        { token: 'c', title: 'La voie' },
      ],
    },
    'fr',
  );
  const slot = (part?: string): Slot => ({ type: 'choice', right: [], text: '', ...(part !== undefined && { part }) });
  const tokens = (one: Slot, slots: Slot[]) => [...answersOf(scene, one, slots).keys()];
  expect(tokens(slot('a'), [slot('a'), slot('c')])).toEqual(['b']);
  expect(tokens(slot('c'), [slot('a'), slot('c')])).toEqual(['b']);
  expect(tokens(slot(), [slot()])).toEqual(['a', 'b', 'c']);
  const both = partNames({ scenes: [scenes('a', 'b'), scenes('c', 'd')] }, 'fr');
  expect(['a', 'c'].map((part) => [...answersOf(both, slot(part), [slot('a'), slot('c')])])).toEqual([
    [['b', 'Partir']],
    [['d', 'Partir']],
  ]);
});
