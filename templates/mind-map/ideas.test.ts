import { describe, expect, it } from 'vitest';
import { endOf, hang, linesOf, move, rankOf, remove, stepFrom } from './ideas.ts';
import { type Idea, treesOf } from './scoring.ts';

const ideas = (...lines: string[]): Idea[] => lines.map((one) => ({ text: one.trim(), under: one.startsWith('\t') }));

describe('ideas as an answer', () => {
  it('keeps the ideas below an empty idea', () => {
    expect(linesOf(ideas('a', '\tb', '', '\tc', 'd'))).toEqual(['a', '\tb', 'c', 'd']);
    expect(linesOf(ideas(' a ', '', '\t', '\tb', 'c', '\td'))).toEqual(['a', 'b', 'c', '\td']);
    expect(treesOf(ideas('\ta', 'b', '\tc'))).toEqual([
      { text: 'a', children: [] },
      { text: 'b', children: [{ text: 'c', children: [] }] },
    ]);
  });
});

describe('steps among ideas', () => {
  const list = ideas('a', '\tb', '\tc', 'd', 'e', '\tf');
  const all = list.map((_, at) => at);

  it('lead to the next idea of the same level, and end where there is none', () => {
    expect(all.map((at) => endOf(list, at))).toEqual([3, 2, 3, 4, 6, 6]);
    expect(all.map((at) => stepFrom(list, at, -1))).toEqual([-1, -1, 1, 0, 3, -1]);
    expect(all.map((at) => stepFrom(list, at, 1))).toEqual([3, 2, -1, 4, -1, -1]);
  });

  it('give each its rank among its like', () => {
    expect(all.map((at) => rankOf(list, at)).map(({ at, all: count }) => `${at}/${count}`)).toEqual([
      '1/3',
      '1/2',
      '2/2',
      '2/3',
      '3/3',
      '1/1',
    ]);
  });

  it('leave a list alone at its ends', () => {
    const copy = ideas('a', '\tb', 'c');
    move(copy, 0, -1);
    move(copy, 2, 1);
    move(copy, 1, -1);
    expect(linesOf(copy)).toEqual(['a', '\tb', 'c']);
  });
});

describe('moving ideas', () => {
  const list = () => ideas('a', '\tb', '\tc', 'd', 'e');

  it('goes with what stands under it', () => {
    const down = list();
    move(down, 0, 1);
    expect(linesOf(down)).toEqual(['d', 'a', '\tb', '\tc', 'e']);
    move(down, 1, -1);
    expect(linesOf(down)).toEqual(linesOf(list()));
  });

  it('stays among its like', () => {
    const inner = list();
    move(inner, 1, -1);
    expect(linesOf(inner)).toEqual(linesOf(list()));
    move(inner, 1, 1);
    expect(linesOf(inner)).toEqual(['a', '\tc', '\tb', 'd', 'e']);
    move(inner, 2, 1);
    expect(linesOf(inner)).toEqual(['a', '\tc', '\tb', 'd', 'e']);
    expect([rankOf(inner, 2), rankOf(inner, 3)]).toEqual([
      { at: 2, all: 2 },
      { at: 2, all: 3 },
    ]);
  });

  it('hangs on another branch or idea, and leaves what stood under it where it is removed', () => {
    const [from, to] = [list(), ideas('x', '\ty', 'z')];
    hang(from, from[3] as Idea, to, to[0]);
    expect([linesOf(from), linesOf(to)]).toEqual([
      ['a', '\tb', '\tc', 'e'],
      ['x', '\ty', '\td', 'z'],
    ]);
    hang(from, from[0] as Idea, to);
    expect([linesOf(from), linesOf(to)]).toEqual([['e'], ['x', '\ty', '\td', 'z', 'a', '\tb', '\tc']]);
    remove(to, 0);
    expect(linesOf(to)).toEqual(['y', 'd', 'z', 'a', '\tb', '\tc']);
  });
});
