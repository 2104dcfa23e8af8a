import { expect, test } from 'vitest';
import { defineType } from '../../build/types/define-type.ts';

test('a definition stays as it is written', () => {
  const written = { kind: 'block' } as unknown as Parameters<typeof defineType>[0];
  expect(defineType(written)).toBe(written);
});
