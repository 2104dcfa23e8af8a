import { expect, test } from 'vitest';
import { definition } from './type.ts';

test('it asks nothing: it has no points and no button, and holds any activity', () => {
  expect(definition).toMatchObject({ kind: 'activity', scored: false, button: false, contains: 'any' });
});
