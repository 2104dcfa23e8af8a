import { expect, test } from 'vitest';
import { groups } from '../../build/stages/check/forms/groups.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: groups, scored: true });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test.each<[object, unknown[]]>([
  [{ groups: ['Pain', 'Brioche'] }, []],
  [{ groups: [] }, [['error too-few-groups', { has: 0 }]]],
  [{ groups: ['Pain'] }, [['error too-few-groups', { has: 1 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
