import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test.each<[object, unknown[]]>([
  [{ html: '<p><img src="a.svg" alt=""> <img src="b.svg" alt=""></p>' }, []],
  [{ html: '<p><img src="a.svg" alt=""></p>' }, [['error too-few-pictures']]],
  [{ html: '<p><img src="a.svg" alt=""><img src="b.svg" alt=""></p><p>Le four</p>' }, [['error text-in-gallery']]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
