import { expect, test } from 'vitest';
import { copied, removed } from '../../../build/studio/text/copy-directive.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { apply, named, text } from '../../helpers/tram-text.ts';

test('a copy has new ids, also inside, and nothing else changes', () => {
  const result = apply(copied(text, outlineOf(text), named('end'), ['end-2']));
  expect(result).toContain('\n:::\n\n:::quiz{#end-3}\n:::choice{#a-2}\nA?\n:::\n:::choice{#b-2}\nB?\n:::\n:::\n\n# Second\n');
  expect(result.replace(/\n\n:::quiz\{#end-3\}[\s\S]*(?=\n\n# Second)/, '')).toBe(text);
  expect(apply(copied(text, outlineOf(text), named('tram-1')))).toContain(':::choice{#tram-2 points=2}\nWhich?');
});

test('a removed directive leaves one blank line', () => {
  expect(apply(removed(text, named('tram-1')))).toContain('on two lines.\n\n:::quiz{#end}');
  expect(apply(removed(text, named('a')))).toContain(':::quiz{#end}\n:::choice{#b}');
});
