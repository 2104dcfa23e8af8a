import { expect, test } from 'vitest';
import * as zod from 'zod';
import { contract } from '../../build/own-types/contract.ts';

/** Names that the types of a project may import: none of them may go, because types exist that use them. */
const NAMES = {
  'cartable/types': [
    ...['blanks', 'cards', 'choices', 'comparison', 'composed', 'definitions', 'fields', 'grid', 'groups', 'labels', 'mistakes', 'none'],
    ...['pairs', 'passages', 'prose', 'scale', 'scenes', 'speeches', 'spots', 'steps', 'table', 'tree'],
    ...['defineType', 'z', 'oneLongAnswer', 'pathIn', 'mostInAnswer'],
    ...['flag', 'count', 'decimal', 'word', 'text', 'sentence', 'file', 'pictogram', 'list', 'reference', 'references', 'address'],
  ],
  'cartable/scoring': [
    ...['scoreOf', 'tickedScore', 'worthOf', 'fits', 'withoutStars', 'normalise', 'normaliseAnswer', 'sameAnswer', 'isAccepted'],
    ...[
      'splitAnswers',
      'readNumber',
      'countWords',
      'answerLimit',
      'costliestText',
      'rankOf',
      'timesOf',
      'ownWords',
      'changed',
      'isOffered',
    ],
    ...['scoreSeen', 'slotsSeen', 'reportSeen', 'largestSeen'],
  ],
};

test.each(Object.entries(NAMES))('%s has its names', (module, names) => {
  const exports = contract[module] ?? {};
  for (const name of names) expect([name, exports[name] === undefined]).toEqual([name, false]);
});

test('attributes can be described with the parts of zod that they need', () => {
  const { z } = contract['cartable/types'] as { z: typeof import('zod') };
  const schema = z.object({ mode: z.enum(['list', 'map']), name: z.string(), open: z.union([z.literal(true), z.string()]) });
  expect(schema.safeParse({ mode: 'map', name: 'Tri', open: true }).success).toBe(true);
  expect(schema.safeParse({ mode: 'tas', name: 'Tri', open: true }).success).toBe(false);
});

test('the parts of a schema stand under their own names', () => {
  const { z } = contract['cartable/types'] as { z: Record<string, unknown> };
  const { object, string, enum: words, literal, union } = zod;
  expect(z).toEqual({ object, string, enum: words, literal, union });
});

test('a form stands under its own name', () => {
  const exports = contract['cartable/types'] ?? {};
  const forms = NAMES['cartable/types'].slice(0, 22).map((name) => exports[name]);
  expect(new Set(forms).size).toBe(22);
  for (const form of forms) expect(form).toHaveProperty('read');
});
