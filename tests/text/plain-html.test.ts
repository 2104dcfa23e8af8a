import { expect, it } from 'vitest';
import { escapeHtml, plainHtml, withoutTags } from '../../build/text/plain-html.ts';

it('escapes what HTML would read, and reads it back', () => {
  const text = 'a < b & c > "d"';
  expect([escapeHtml(text), plainHtml(escapeHtml(text))]).toEqual(['a &lt; b &amp; c &gt; &quot;d&quot;', text]);
  expect(plainHtml('&amp;lt;')).toBe('&lt;');
});

it('drops tags, and shows a picture by its text', () => {
  expect(withoutTags('<p>Le <b>patin</b>\n\t <img src="a.png" alt="rouge" width="1"> </p>')).toBe('Le patin rouge');
});
