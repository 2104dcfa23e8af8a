import { expect, test } from 'vitest';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('it asks for statements', () => {
  const found = (count: number) => findingsOf(definition, { choices: Array.from({ length: count }, () => ({})) });
  expect([definition.kind, definition.form, found(0), found(1), found(2)]).toEqual(['activity', choices, [['error no-statement']], [], []]);
  expect(definition.attributes.safeParse({}).data).toEqual({});
});

test('one statement is right or wrong as a whole, two are not', () => {
  const whole = (count: number) => definition.whole?.({ choices: Array.from({ length: count }, () => ({})) });
  expect([definition.scored, whole(1), whole(2)]).toEqual([true, true, false]);
});
