import { expect, test } from 'vitest';
import { comparison } from '../../build/stages/check/forms/comparison.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['activity', comparison, []]);
});

test('it has points and a button only if it asks something', () => {
  const [scored, button] = [definition.scored, definition.button].map((one) => (typeof one === 'function' ? one : () => undefined));
  expect([true, false].map((asks) => [scored?.({ asks }), button?.({ asks })])).toEqual([
    [true, true],
    [false, false],
  ]);
});

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

test.each<[object, unknown[]]>([
  [{ columns: [], rows: [], blanks: [], asks: false }, []],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: [], asks: false }, []],
  [{ columns: ['Pain'], rows: ['Sel', 'Eau'], blanks: [], asks: false }, [['error nothing-to-compare']]],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel'], blanks: [], asks: false }, [['error nothing-to-compare']]],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: [{ answer: 'a' }, { answer: 'b' }], asks: true }, []],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: [{ answer: 'a' }, { answer: 'a' }], asks: true }, [['error one-target']]],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: [{ answer: 'a' }], asks: true }, [['error one-target']]],
  [
    { columns: ['Pain'], rows: ['Sel'], blanks: many(37), asks: true },
    [['error nothing-to-compare'], ['error too-many-lines', { has: 37, limit: 36 }], ['error one-target']],
  ],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: many(36), asks: false }, []],
  [{ columns: ['Pain', 'Mie'], rows: ['Sel', 'Eau'], blanks: many(37), asks: false }, [['error too-many-lines', { has: 37, limit: 36 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
