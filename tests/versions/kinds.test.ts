import { expect, test } from 'vitest';
import { type Change, gravest, type Kind } from '../../build/versions/kinds.ts';

const changes = (...list: readonly Kind[]): readonly Change[] => list.map((kind) => ({ kind, place: {} }));

test.each<[string, readonly Kind[]]>([
  ['safe', []],
  ['safe', ['page-moved', 'session-renamed', 'part-reworded', 'points-changed', 'key-changed']],
  ['added', ['page-moved', 'item-added']],
  ['added', ['activity-required']],
  ['added', ['part-added']],
  ['added', ['page-added']],
  ['hidden', ['item-added', 'activity-removed', 'page-moved']],
  ['hidden', ['question-rewritten']],
  ['hidden', ['part-removed']],
  ['hidden', ['type-changed']],
  ['redo', ['activity-removed', 'standard-changed', 'item-added']],
  ['redo', ['item-renamed']],
  ['redo', ['item-removed']],
  ['redo', ['shown-to-trainer']],
])('the gravest risk is %s in %j', (risk, list) => {
  expect(gravest(changes(...list))).toBe(risk);
});
