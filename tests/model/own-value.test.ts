import { expect, it } from 'vitest';
import { ownValue } from '../../build/model/own-value.ts';

it('finds members of the record, never those that every object has', () => {
  const record: Readonly<Record<string, string>> = { quai: 'Le quai' };
  expect([ownValue(record, 'quai'), ownValue(record, 'voie'), ownValue(record, 'toString'), ownValue(record, 'constructor')]).toEqual([
    'Le quai',
    undefined,
    undefined,
    undefined,
  ]);
  expect([ownValue({ quai: 0 }, 'quai'), ownValue({ quai: '' }, 'quai'), ownValue({ quai: false }, 'quai')]).toEqual([0, '', false]);
});
