import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('it asks nothing: it has no points and no button, and holds any activity', () => {
  expect(uselessExamples(definition)).toEqual([]);
  expect(definition).toMatchObject({ kind: 'activity', scored: false, button: false, contains: 'any' });
});
