import { expect, test } from 'vitest';
import { Reading } from '../../../build/exchange/read/reading.ts';
import { inLanguage, type TextFormat, toLine, toMarkdown } from '../../../build/exchange/read/rich-text.ts';

const context = () => new Reading('fr', 'assets/x').context(1, true);
const both = (text: string, format: TextFormat): readonly string[] => [
  toMarkdown(text, format, context()),
  toLine(text, format, context()),
];

test.each<[TextFormat, string, string, string]>([
  ['plain', 'un *a* <b>&amp;\ndeux\n \n\ntrois', 'un \\*a\\* \\<b>&amp;amp;\\\ndeux\n\ntrois', 'un \\*a\\* \\<b>&amp;amp; deux trois'],
  ['plain', '<i> & <b> && x > y > z', '\\<i> & \\<b> && x > y > z', '\\<i> & \\<b> && x > y > z'],
  ['moodle', 'un <b>a</b>\ndeux\n\ntrois\n', 'un **a**\\\ndeux\n\ntrois', 'un **a** deux trois'],
  ['moodle', '<p>un\ndeux</p>\n\n<p>trois</p>', 'un deux\n\ntrois', 'un deux trois'],
  ['html', 'un\n\ndeux', 'un deux', 'un deux'],
  ['markdown', 'un *a* <b>b</b>\n\n- c', 'un *a* **b**\n\n* c', 'un *a* **b** c'],
])('a text in the format %s', (format, text, markdown, line) => {
  expect(both(text, format)).toEqual([markdown, line]);
});

test.each(['P', 'H2', 'p', 'div', 'ul', 'ol', 'table', 'h1', 'h6', 'pre', 'blockquote'])('a text of Moodle with <%s> is HTML', (tag) => {
  expect(toMarkdown(`un\n<${tag}></${tag}>`, 'moodle', context())).toBe('un');
  expect(toMarkdown(`un\ndeux<${tag}></${tag}>`, 'moodle', context())).toBe('un deux');
});

test('a text of Moodle with inline elements has its line ends', () => {
  expect(toMarkdown('un\n<pa>deux</pa>', 'moodle', context())).toBe('un\\\ndeux');
});

test('a paragraph above 20,000 characters isn’t read as Markdown', () => {
  const star = '*a* ';
  expect(toMarkdown(star.repeat(5000), 'markdown', context()).slice(0, 4)).toBe('*a* ');
  expect(toMarkdown(`${star.repeat(5000)}b`, 'markdown', context()).slice(0, 4)).toBe('\\*a\\');
  expect(toMarkdown(`${star.repeat(4000)}\n \n${star.repeat(4000)}`, 'markdown', context()).slice(0, 4)).toBe('*a* ');
});

function chosen(text: string, lang: 'fr' | 'en' = 'fr'): readonly unknown[] {
  const reading = new Reading(lang, 'assets/x');
  return [inLanguage(text, reading.context(1, true)), ...reading.remarks.map(({ key, values }) => `${key} ${values.detail}`)];
}

test.each<[string, readonly unknown[]]>([
  ['sans', ['sans']],
  ['{mlang fr}pain{mlang}{mlang en}bread{mlang}', ['pain', 'text.language en']],
  ['a {MLANG EN}bread{MLANG}{mlang  fr_CA }pain{mlang } b', ['a pain b', 'text.language en']],
  ['a {mlangen}bread{mlang} {mlang fr, x}', ['a {mlangen}bread {mlang fr, x}']],
  ['a {mlang en}bread{mlang}{mlang de,fr}pain{mlang} b', ['a pain b', 'text.language en, de']],
  ['{mlang fr_be}pistolet{mlang}{mlang fr}pain{mlang}', ['pistolet', 'text.language fr']],
  ['{mlang other}xx{mlang}{mlang de}Brot{mlang}{mlang fr}pain{mlang}', ['pain', 'text.language other, de']],
  ['{mlang de}Brot{mlang}{mlang other}xx{mlang}', ['xx', 'text.language de']],
  ['{mlang de}Brot{mlang}{mlang en}bread{mlang}', ['Brot', 'text.language en']],
  ['{mlang fr}pain', ['pain']],
  ['{mlang fr}pain{mlang en}bread{mlang}!', ['pain!', 'text.language en']],
  ['a{mlang}b', ['ab']],
])('“%s” in French', (text, expected) => {
  expect(chosen(text)).toEqual(expected);
});

test('a text of any format keeps one language, as paragraphs and as a line', () => {
  const text = '{mlang en}bread{mlang}{mlang fr}pain{mlang}';
  for (const format of ['html', 'markdown', 'moodle', 'plain'] as const) {
    const reading = new Reading('fr', 'assets/x');
    const context = reading.context(1, true);
    expect([toMarkdown(text, format, context), toLine(text, format, context)]).toEqual(['pain', 'pain']);
    expect(reading.remarks.map(({ key }) => key)).toEqual(['text.language']);
  }
});

test('spans of several languages', () => {
  const text = 'a <span lang="fr" class="multilang">pain</span><span class="multilang" lang="en">bread</span>';
  expect(chosen(text)).toEqual(['a pain', 'text.language en']);
  expect(chosen(text, 'en')).toEqual(['a bread', 'text.language fr']);
  expect(chosen('<span lang="en">bread</span> multilang')).toEqual(['<span lang="en">bread</span> multilang']);
});
