import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { manyOf, portOf, withTypes } from '../../build/cli/program-parts.ts';
import type { Engine } from '../../build/host/engine.ts';

test('a task gets the engine that knows the types of the project, and the rest of its context', async () => {
  const [plain, own] = [{ stamp: 'plain' }, { stamp: 'own' }] as unknown as Engine[];
  const seen: unknown[] = [];
  const task = withTypes(async ({ engine, project }) => {
    seen.push(engine, project);
    return 3;
  });
  const context = { engine: plain, project: '/depot', readTypes: async () => own } as unknown as CommandContext;
  expect([await task(context), ...seen]).toEqual([3, own, '/depot']);
});

test('values that are given several times are collected in order, each read', () => {
  const many = manyOf((value) => value.toUpperCase());
  const before = many('rames');
  expect([before, many('quais', before), before]).toEqual([['RAMES'], ['RAMES', 'QUAIS'], ['RAMES']]);
});

test('a port is a number up to 65535', () => {
  const port = portOf('fr');
  expect(['0', '80', '65535', '00080'].map(port)).toEqual([0, 80, 65_535, 80]);
  for (const wrong of ['65536', '000080', '', ' 80', '80 ', '-1', '8e1', '0x50']) expect(() => port(wrong), wrong).toThrow('de 0 à 65535');
  expect(() => portOf('en')('x')).toThrow('from 0 to 65535');
});
