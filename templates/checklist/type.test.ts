import { expect, test } from 'vitest';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: choices, scored: false });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('a list has at least one line', () => {
  expect([findingsOf(definition, { choices: [] }), findingsOf(definition, { choices: [{ right: false }] })]).toEqual([
    [['error no-line']],
    [],
  ]);
});
