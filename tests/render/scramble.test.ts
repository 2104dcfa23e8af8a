import { describe, expect, it } from 'vitest';
import { scramble } from '../../build/render/handlebars.ts';

const ids = Array.from({ length: 400 }, (_, index) => `q-${index}`);

describe('an order that tells nothing', () => {
  it('of two, is the one or the other: whoever turns the list each time is right no more often than not', () => {
    const kept = ids.filter((id) => scramble(['a', 'b'], id).join('') === 'ab').length;
    expect(kept).toBeGreaterThan(150);
    expect(kept).toBeLessThan(250);
  });

  it('of more than two, is never the one of the text, and uses all others', () => {
    const orders = new Set(ids.map((id) => scramble(['a', 'b', 'c'], id).join('')));
    expect([...orders].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it('is turned even of two where what stands as it should would leave nothing to do', () => {
    expect(new Set(ids.map((id) => scramble(['a', 'b'], id, true).join('')))).toEqual(new Set(['ba']));
  });

  it('is the same for an id, whatever else there is', () => {
    for (const id of ids) expect(scramble(['a', 'b'], id)).toEqual(scramble(['a', 'b'], id));
    expect([scramble([], 'q-1'), scramble(['a'], 'q-1')]).toEqual([[], ['a']]);
  });
});
