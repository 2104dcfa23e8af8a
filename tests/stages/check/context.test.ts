import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { Ids } from '../../../build/stages/check/context.ts';

const at = (line: number) => ({ file: 'rames.md', line, column: 1 });

it('reports an id that is taken, with the place of the first', () => {
  const ids = new Ids();
  const diagnostics = new Diagnostics();
  ids.take('quai', at(3), diagnostics);
  ids.take('voie', at(4), diagnostics);
  ids.take('quai', at(5), diagnostics);
  ids.take('quai', at(6), diagnostics);
  expect(diagnostics.list.map(({ code, at: { line }, values }) => [code, line, values])).toEqual([
    ['duplicate-id', 5, { id: 'quai', where: 'rames.md:3' }],
    ['duplicate-id', 6, { id: 'quai', where: 'rames.md:3' }],
  ]);
});

it('suggests the first free id, besides those reserved for other files', () => {
  const ids = new Ids(new Set(['quai-2']));
  expect(ids.free('quai')).toBe('quai');
  ids.keep([['quai', at(1)]]);
  expect([ids.free('quai'), ids.free('quai'), ids.free('voie')]).toEqual(['quai-3', 'quai-3', 'voie']);
});

it('lists the ids taken since a moment', () => {
  const ids = new Ids();
  ids.keep([['quai', at(1)]]);
  const before = ids.count;
  ids.keep([
    ['voie', at(2)],
    ['rame', at(3)],
  ]);
  expect([before, ids.since(before).map(([id]) => id)]).toEqual([1, ['voie', 'rame']]);
});
