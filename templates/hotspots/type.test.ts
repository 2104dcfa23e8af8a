import { expect, test } from 'vitest';
import { spots } from '../../build/stages/check/forms/spots.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('it is an activity with places', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: spots });
});

test('it has points and a button only if it asks something', () => {
  const [scored, button] = [definition.scored, definition.button].map((one) => (typeof one === 'function' ? one : () => undefined));
  expect([true, false].map((asks) => [scored?.({ asks }), button?.({ asks })])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(definition.contains).toEqual(['figure', 'quote', 'callout', 'definition', 'table', 'video', 'audio', 'document']);
});

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test.each<[object, unknown[]]>([
  [{ cards: many(1), asks: false }, []],
  [{ cards: many(1), asks: true }, [['error too-few-points', { has: 1 }]]],
  [{ cards: many(2), asks: true }, []],
  [{ cards: many(36), asks: false }, []],
  [{ cards: many(37), asks: false }, [['error too-many-lines', { has: 37, limit: 36 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
