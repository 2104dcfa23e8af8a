import { expect, test } from 'vitest';
import { takeFormat } from '../../../../build/exchange/read/gift/format.ts';

test.each([
  ['[html]<b>', 'html', '<b>'],
  [' [Markdown] *a*', 'markdown', ' *a*'],
  ['[moodle]a', 'moodle', 'a'],
  ['[plain]a', 'plain', 'a'],
  ['[auto]a', 'moodle', 'a'],
  ['a [html]', 'plain', 'a [html]'],
  ['[latex]a', 'plain', '[latex]a'],
])('“%s” is in the format %s', (text, format, rest) => {
  expect(takeFormat(text, 'plain')).toEqual({ text: rest, format });
});
