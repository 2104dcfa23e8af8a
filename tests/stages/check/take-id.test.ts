import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { type CourseContext, Ids } from '../../../build/stages/check/context.ts';
import { takeId } from '../../../build/stages/check/take-id.ts';

const at = (line: number) => ({ file: 'rames.md', line, column: 1 });

function world(provisional = false) {
  const diagnostics = new Diagnostics();
  const context = { ids: new Ids(new Set(['le-sable'])), diagnostics, provisional } as unknown as CourseContext;
  const take = (id: string | undefined, words = 'Le frein ?', line = 1) =>
    takeId({ id, at: at(line), name: 'choice', words, fallback: 'activite' }, context);
  const found = () =>
    diagnostics.list.map(({ severity, code, at: { line }, values }) => [
      severity,
      code,
      line,
      values.suggestion ?? values.where,
      values.name ?? values.id,
    ]);
  return { take, found };
}

test('a written id is taken; the second use is reported', () => {
  const { take, found } = world();
  expect([take('frein'), take('sable'), take('frein', '', 7)]).toEqual(['frein', 'sable', 'frein']);
  expect(found()).toEqual([['error', 'duplicate-id', 7, 'rames.md:1', 'frein']]);
});

test('a missing one is reported with one that is free', () => {
  const { take, found } = world();
  expect([take(undefined), take(undefined), take(undefined, 'Le sable'), take(undefined, '?!')]).toEqual([
    'le-frein',
    'le-frein-2',
    'le-sable-2',
    'activite',
  ]);
  expect(found().slice(0, 2)).toEqual([
    ['error', 'missing-id', 1, '{#le-frein}', 'choice'],
    ['error', 'missing-id', 1, '{#le-frein-2}', 'choice'],
  ]);
});

test('in the preview that is a warning', () => {
  const { take, found } = world(true);
  expect([take(undefined), found()]).toEqual(['le-frein', [['warning', 'missing-id', 1, '{#le-frein}', 'choice']]]);
});
