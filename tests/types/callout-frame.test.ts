import { expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { calloutFrame } from '../../build/types/callout-frame.ts';
import { defineType } from '../../build/types/define-type.ts';

test('a callout without a title: what stands before its content, and behind it', () => {
  const [before, behind] = calloutFrame('tip', 'fr');
  expect([before.includes('<'), behind.trim().startsWith('</'), `${before}${behind}`.includes('content')]).toEqual([true, true, false]);
  expect(calloutFrame('tip', 'en')[0]).not.toBe(before);
  expect(calloutFrame('warning', 'fr')[0]).not.toBe(before);
});

test('types are known by the names of their folders; a definition stays as it is written', () => {
  expect([activityTypes.get('callout')?.name, activityTypes.get('choice')?.kind, activityTypes.get('_shell')]).toEqual([
    'callout',
    'activity',
    undefined,
  ]);
  for (const [name, type] of activityTypes) expect(type.name).toBe(name);
  const written = { kind: 'block' } as unknown as Parameters<typeof defineType>[0];
  expect(defineType(written)).toBe(written);
});
