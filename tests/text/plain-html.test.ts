import { expect, it } from 'vitest';
import { VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { escapeHtml, plainHtml, unescapeHtml, withoutTags } from '../../build/text/plain-html.ts';

it('escapes what HTML would read, and reads it back', () => {
  const text = 'a < b & c > "d"';
  expect([escapeHtml(text), plainHtml(escapeHtml(text))]).toEqual(['a &lt; b &amp; c &gt; &quot;d&quot;', text]);
  expect(plainHtml('&amp;lt;')).toBe('&lt;');
  expect(unescapeHtml('<b>&amp;amp; &lt;&gt;&quot;&quot; &apos;&nbsp;')).toBe('<b>&amp; <>"" &apos;&nbsp;');
});

it('drops tags, and shows a picture by its text', () => {
  expect(withoutTags('<p>Le <b>patin</b>\n\t <img src="a.png" alt="rouge" width="1"> </p>')).toBe('Le patin rouge');
  expect(withoutTags('<i>Le</i>\u00a0patin\u202f!')).toBe('Le\u00a0patin\u202f!');
  expect(withoutTags('<img alt="un"> et <b><img alt="deux" src="a.png"></b>, <> rien')).toBe('un et deux, rien');
});

it('shows a variable of HTML as one of text', () => {
  expect(plainHtml(`<b>Voir ${VARIABLE_IN_HTML}a</b>, ${VARIABLE_IN_HTML}b`)).toBe(`Voir ${VARIABLE_IN_TEXT}a, ${VARIABLE_IN_TEXT}b`);
});
