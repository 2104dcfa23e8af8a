import { describe, expect, it, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
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

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { fill: false, min: 1, max: 8, 'max-characters': 1000, 'seen-by': 'trainer' }],
  [
    { fill: true, min: '10', max: '1', 'max-characters': '100', 'seen-by': 'me' },
    { fill: true, min: 10, max: 1, 'max-characters': 100, 'seen-by': 'me' },
  ],
  [
    { max: '20', 'max-characters': '4000', 'seen-by': 'trainer' },
    { fill: false, min: 1, max: 20, 'max-characters': 4000, 'seen-by': 'trainer' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([
  [{ max: '0' }],
  [{ max: '21' }],
  [{ 'max-characters': '99' }],
  [{ 'max-characters': '4001' }],
  [{ 'seen-by': 'all' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ min: 3, max: 3 }, []],
  [{ min: 4, max: 3 }, [['error min-over-max', { min: 4, max: 3 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
