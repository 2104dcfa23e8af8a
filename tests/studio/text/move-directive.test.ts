import { expect, test } from 'vitest';
import { moved } from '../../../build/studio/text/move-directive.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { apply, named, text } from '../../helpers/tram-text.ts';

test('a directive moves past a paragraph, past another directive, and inside its parent', () => {
  const up = apply(moved(text, outlineOf(text), named('tram-1'), 'up'));
  expect(up).toContain('# First {#first}\n\n:::choice{#tram-1 points=2}\nWhich?\n- [x] This\n:::\n\nSome prose\non two lines.\n\n:::quiz');
  const down = apply(moved(text, outlineOf(text), named('tram-1'), 'down'));
  expect(down).toContain('B?\n:::\n:::\n\n:::choice{#tram-1 points=2}\nWhich?\n- [x] This\n:::\n\n# Second\n');
  const inside = apply(moved(text, outlineOf(text), named('a'), 'down'));
  expect(inside).toContain(':::quiz{#end}\n:::choice{#b}\nB?\n:::\n:::choice{#a}\nA?\n:::\n:::\n');
  expect(moved(text, outlineOf(text), named('a'), 'up')).toEqual([]);
  expect(moved(text, outlineOf(text), named('b'), 'down')).toEqual([]);
});

test('moving down and up again gives the same text', () => {
  const down = apply(moved(text, outlineOf(text), named('tram-1'), 'down'));
  const up = replaceIn(down, moved(down, outlineOf(down), named('tram-1', down), 'up'));
  expect(up).toBe(text);
});
