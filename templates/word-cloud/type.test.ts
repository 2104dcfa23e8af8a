import { expect, test } from 'vitest';
import { definition } from './type.ts';

test('it asks for words that are neither right nor wrong, and gives them', () => {
  expect(definition).toMatchObject({ kind: 'activity', asks: true, scored: false, gives: 'words' });
});
