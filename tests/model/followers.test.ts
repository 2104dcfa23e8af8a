import { expect, it } from 'vitest';
import { followers } from '../../build/model/followers.ts';
import type { ValidModule } from '../../build/model/source.ts';

const session = (id: string, ...only: readonly (readonly string[] | undefined)[]) => ({
  module: { id, pages: only.map((tags) => ({ only: tags })) } as unknown as ValidModule,
});
const next = (id: string): string[] => {
  const course = [
    session('matin', undefined),
    session('midi', ['quartier']),
    session('soir', ['quartier'], undefined),
    session('nuit', undefined),
    session('aube', ['quartier']),
    session('jour', ['quartier'], ['gare']),
  ];
  return followers(course, id).map(({ module }) => module.id);
};

it('ends with the first session that every cohort has', () => {
  expect([next('matin'), next('midi'), next('soir'), next('nuit'), next('jour')]).toEqual([
    ['midi', 'soir'],
    ['soir'],
    ['nuit'],
    ['aube', 'jour'],
    [],
  ]);
});
