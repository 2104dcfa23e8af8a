import { describe, expect, it, test } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

describe('what an author writes', () => {
  const read = (attributes: string) =>
    readActivity('mind-map', definition, `:::mind-map{#carte ${attributes}}\n- La ligne 3\n  - Au dépôt\n  - Sur la voie\n:::`);

  it('accepts as few ideas as are allowed at most, and refuses more', () => {
    expect(['fill min=3 max=3', 'fill min=4 max=3'].map((attributes) => read(attributes).found)).toEqual([[], ['min-over-max:1']]);
  });

  it('refuses no ideas at all, and more than ten', () => {
    const { min } = definition.attributes.shape;
    expect(['0', '1', '10', '11'].map((value) => min.safeParse(value).data)).toEqual([undefined, 1, 10, undefined]);
  });

  it('asks for one to eight ideas a branch if the author says nothing', () => {
    expect(read('fill').options).toMatchObject({ fill: true, min: 1, max: 8, maxCharacters: 1000, seenBy: 'trainer' });
  });

  it('is never scored', () => {
    expect(read('fill').activity?.points).toBe(0);
  });
});

it('only a map to fill in has a button, and it gives the words of a learner', () => {
  const { button, scored, gives } = definition;
  expect([scored, gives]).toEqual([false, 'words']);
  expect([true, false].map((fill) => typeof button === 'function' && button({ fill }))).toEqual([true, false]);
});

test.each<[object, unknown[]]>([
  [{ min: 3, max: 3 }, []],
  [{ min: 4, max: 3 }, [['error min-over-max', { min: 4, max: 3 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
