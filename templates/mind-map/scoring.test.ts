import { expect, it } from 'vitest';
import { largest } from './scoring.ts';
import type { Options } from './type.ts';

it('has no ideas in its largest answer, because ideas are measured apart', () => {
  const branches = ['a', 'b'].map((token) => ({ token, text: `Le four ${token}` }));
  expect(largest({ branches } as unknown as Options)).toEqual({ a: [], b: [] });
  expect(largest({} as Options)).toEqual({});
});
