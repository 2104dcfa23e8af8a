import { expect, test } from 'vitest';
import { type Change, gravest, type Kind, kinds, type Risk, risks } from '../../build/versions/kinds.ts';
import strings from '../../build/versions/strings/fr.json' with { type: 'json' };

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

test.each<[Risk, readonly Kind[]]>([
  ['redo', ['standard-changed', 'web-changed', 'shape-changed', 'item-removed', 'item-renamed', 'shown-to-trainer']],
  [
    'hidden',
    [
      'line-changed',
      'first-version',
      'going-back',
      'chapter-removed',
      'activity-removed',
      'activity-id-changed',
      'activity-left',
      'type-changed',
      'numbers-changed',
      'question-rewritten',
      'part-removed',
      'part-replaced',
      'part-newer',
      'part-other',
    ],
  ],
  [
    'added',
    ['item-added', 'chapter-added', 'page-added', 'page-id-changed', 'page-on-route', 'activity-added', 'activity-required', 'part-added'],
  ],
])('what is “%s” for somebody who has begun', (risk, list) => {
  const found = (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind] === risk);
  expect(found.sort()).toEqual([...list].sort());
});

test('each sentence about a change belongs to a kind', () => {
  const named = Object.keys(strings).flatMap((key) => /^(.+)\.(?:what|why)$/.exec(key)?.[1] ?? []);
  expect([...new Set(named)].sort()).toEqual(Object.keys(kinds).sort());
});

test('risks go from the gravest to none', () => {
  expect(risks).toEqual(['redo', 'hidden', 'added', 'safe']);
});
