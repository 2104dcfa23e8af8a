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

/** Moves the directive with the id x. */
function step(where: string, direction: 'up' | 'down'): string {
  return replaceIn(where, moved(where, outlineOf(where), named('x', where), direction));
}

const X = ':::tip{#x}\n:::';

test.each([
  [`Un\n${X}\nDeux`, `${X}\nUn\nDeux`, `Un\nDeux\n${X}`],
  [`${X}\n\n\nDeux\ntrois\n\nQuatre`, undefined, `Deux\ntrois\n\n\n${X}\n\nQuatre`],
  [`${X}\n\nDeux\ntrois`, undefined, `Deux\ntrois\n\n${X}`],
  [`Un\n \nDeux\n${X}\nTrois\n \nQuatre`, `Un\n \n${X}\nDeux\nTrois\n \nQuatre`, `Un\n \nDeux\nTrois\n${X}\n \nQuatre`],
  [`Un\n\nDeux\ntrois\n${X}`, `Un\n\n${X}\nDeux\ntrois`, undefined],
  [`---\na: b\n---\n${X}`, undefined, undefined],
  [`---\na: b\n---\nUn\n${X}\n\n`, `---\na: b\n---\n${X}\nUn\n\n`, undefined],
  [`::a\nUn\n${X}\nDeux\n::b`, `::a\n${X}\nUn\nDeux\n::b`, `::a\nUn\nDeux\n${X}\n::b`],
  [`::a\n${X}\n::b\n::c`, `${X}\n::a\n::b\n::c`, `::a\n::b\n${X}\n::c`],
  [`:::quiz\nd\n${X}\nu\n:::\nUn`, `:::quiz\n${X}\nd\nu\n:::\nUn`, `:::quiz\nd\nu\n${X}\n:::\nUn`],
  [`:::quiz\n${X}\n:::`, undefined, undefined],
  [`:::a\n::b\n:::\n${X}\n:::c\n::d\n:::`, `${X}\n:::a\n::b\n:::\n:::c\n::d\n:::`, `:::a\n::b\n:::\n:::c\n::d\n:::\n${X}`],
  [`:::quiz\n::b\n${X}\n:::`, `:::quiz\n${X}\n::b\n:::`, undefined],
])('%j: up and down', (where, up, down) => {
  expect([step(where, 'up'), step(where, 'down')]).toEqual([up ?? where, down ?? where]);
});
