import { expect, test } from 'vitest';
import { calloutFrame } from '../../build/types/callout-frame.ts';

test('a callout without a title: what stands before its content, and behind it', () => {
  const [before, behind] = calloutFrame('tip', 'fr');
  expect([before.includes('<'), behind.trim().startsWith('</'), `${before}${behind}`.includes('content')]).toEqual([true, true, false]);
  expect([before.includes('Conseil'), behind.includes('Conseil')]).toEqual([true, false]);
  expect(calloutFrame('tip', 'en')[0]).not.toBe(before);
  expect(calloutFrame('warning', 'fr')[0]).not.toBe(before);
});

test.each([
  ['tip', 'fr', 'lightbulb', 'Conseil'],
  ['warning', 'en', 'triangle-alert', 'Warning'],
] as const)('the frame of a %s (%s) is that of its type', (kind, lang, icon, title) => {
  const head = `<svg class="c-icon" aria-hidden="true"><use href="#i-${icon}"></use></svg> <span>${title}</span>`;
  expect(calloutFrame(kind, lang)).toEqual([
    `<div class="callout" data-kind="${kind}" role="note">\n<p class="callout-title">${head}</p>\n<div class="callout-text c-prose">\n`,
    '\n</div>\n</div>',
  ]);
});
