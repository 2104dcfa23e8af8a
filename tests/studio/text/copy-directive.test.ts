import { expect, test } from 'vitest';
import { copied, outlineIds, removed } from '../../../build/studio/text/copy-directive.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { apply, named, text } from '../../helpers/tram-text.ts';

test('a copy has new ids, also inside, and nothing else changes', () => {
  const result = apply(copied(text, outlineOf(text), named('end'), ['end-2']));
  expect(result).toContain('\n:::\n\n:::quiz{#end-3}\n:::choice{#a-2}\nA?\n:::\n:::choice{#b-2}\nB?\n:::\n:::\n\n# Second\n');
  expect(result.replace(/\n\n:::quiz\{#end-3\}[\s\S]*(?=\n\n# Second)/, '')).toBe(text);
  expect(apply(copied(text, outlineOf(text), named('tram-1')))).toContain(':::choice{#tram-2 points=2}\nWhich?');
});

test('a copy gives no id twice, and ends where its directive does', () => {
  const [before, after] = [':::quiz{#a}\n:::choice{#a-1}\n:::\n::audio\n:::', '\n\n:::tip{#t}\n:::'];
  const where = before + after;
  expect(replaceIn(where, copied(where, outlineOf(where), named('a', where)))).toBe(
    `${before}\n\n:::quiz{#a-2}\n:::choice{#a-3}\n:::\n::audio\n:::${after}`,
  );
});

test('a removed directive leaves one blank line', () => {
  expect(apply(removed(text, named('tram-1')))).toContain('on two lines.\n\n:::quiz{#end}');
  expect(apply(removed(text, named('a')))).toContain(':::quiz{#end}\n:::choice{#b}');
});

test.each([
  ['a\n\nX\n\nb', 'a\n\nb'],
  ['a\nX\n\nb', 'a\n\nb'],
  ['a\n\nX\nb', 'a\n\nb'],
  ['X\n\nb', 'b'],
  ['X\nb', 'b'],
  ['a\nX', 'a\n'],
  ['X', ''],
])('%j without X is %j', (where, expected) => {
  const from = where.indexOf('X');
  expect(replaceIn(where, removed(where, { from, to: from + 1 }))).toBe(expected);
});

test('ids are those of pages and directives at all depths', () => {
  expect(outlineIds(outlineOf(text))).toEqual(['first', 'tram-1', 'end', 'a', 'b']);
});

test('at the end of the text nothing behind it is removed', () => {
  expect(removed('a\n\nX', { from: 3, to: 4 })).toEqual([{ from: 3, to: 4, insert: '' }]);
});
