import { expect, test } from 'vitest';
import { choices } from '../../build/stages/check/forms/choices.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: choices, asks: true, scored: true });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { multiple: false, shuffle: false }],
  [
    { multiple: true, shuffle: true },
    { multiple: true, shuffle: true },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test('an answer is right or wrong as a whole, unless two are right or a wrong one is worth something', () => {
  const line = (right: boolean, weight?: number) => ({ right, ...(weight !== undefined && { weight }) });
  const whole = (multiple: boolean, ...choices: object[]) => definition.whole?.({ choices, multiple });
  expect([whole(false, line(true), line(false)), whole(false, line(true), line(true))]).toEqual([true, false]);
  expect([0, 100, -100, 50, -50].map((weight) => whole(false, line(true), line(false, weight)))).toEqual([true, true, true, false, true]);
  expect(whole(false, line(true, 50), line(false))).toBe(true);
  expect([-50, -100].map((weight) => whole(true, line(true), line(false, weight)))).toEqual([false, true]);
});

test.each<[object, unknown[]]>([
  [{ choices: [{ right: false }, { right: true }] }, []],
  [{ choices: [] }, [['error too-few-choices', { has: 0 }]]],
  [{ choices: [{ right: true }] }, [['error too-few-choices', { has: 1 }]]],
  [{ choices: [{ right: false }, { right: false }] }, [['error no-right-choice']]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
