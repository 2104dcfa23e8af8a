import { describe, expect, it } from 'vitest';
import { hang, linesOf, move, rankOf, remove } from './ideas.ts';
import { type Idea, treesOf } from './scoring.ts';

const ideas = (...lines: string[]): Idea[] => lines.map((one) => ({ text: one.trim(), under: one.startsWith('\t') }));

describe('ideas as an answer', () => {
  it('keeps the ideas below an empty idea', () => {
    expect(linesOf(ideas('a', '\tb', '', '\tc', 'd'))).toEqual(['a', '\tb', 'c', 'd']);
    expect(treesOf(ideas('\ta', 'b', '\tc'))).toEqual([
      { text: 'a', children: [] },
      { text: 'b', children: [{ text: 'c', children: [] }] },
    ]);
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
