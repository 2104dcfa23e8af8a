import { expect, test } from 'vitest';
import { partOf } from '../../../build/host/node/part-of.ts';

test('the temporary file lies beside its goal, and names the process and the turn', () => {
  const { pid } = process;
  expect(partOf('cours/four.md')).toBe(`cours/.four.md.${pid}.part`);
  expect([0, 1].map((turn) => partOf('cours/four.md', turn))).toEqual([`cours/.four.md.${pid}-0.part`, `cours/.four.md.${pid}-1.part`]);
});
