import { expect, test } from 'vitest';
import { calloutFrame } from '../../build/types/callout-frame.ts';

test('a callout without a title: what stands before its content, and behind it', () => {
  const [before, behind] = calloutFrame('tip', 'fr');
  expect([before.includes('<'), behind.trim().startsWith('</'), `${before}${behind}`.includes('content')]).toEqual([true, true, false]);
  expect([before.includes('Conseil'), behind.includes('Conseil')]).toEqual([true, false]);
  expect(calloutFrame('tip', 'en')[0]).not.toBe(before);
  expect(calloutFrame('warning', 'fr')[0]).not.toBe(before);
});
