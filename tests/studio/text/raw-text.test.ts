import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceIn, shownText } from '../../../build/studio/text/raw-text.ts';

test.each([
  ['one\r\ntwo\r\n', [{ from: 4, to: 7, insert: 'deux\ntrois' }], 'one\r\ndeux\r\ntrois\r\n'],
  ['one\ntwo', [{ from: 3, to: 4, insert: ' ' }], 'one two'],
  ['a\r\nb\nc\r\n', [{ from: 2, to: 3, insert: 'B' }], 'a\r\nB\nc\r\n'],
  ['\ufeffa\rb', [{ from: 1, to: 2, insert: 'A' }], '\ufeffA\rb'],
  ['a\r\nb', [{ from: 1, to: 2, insert: '' }], 'ab'],
])('%j is changed only where it was', (raw, changes, expected) => {
  expect(replaceIn(raw, changes)).toBe(expected);
});

// Without a lone CR: typed beside an LF, it would become part of one break.
const raw = fc.array(fc.constantFrom('a', 'é', ' ', '\n', '\r\n', '\t', '🙂'), { maxLength: 40 }).map((parts) => parts.join(''));

test('no change keeps every byte, and a change shows what an editor shows', () => {
  fc.assert(
    fc.property(raw, fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'x\ny'), (text, one, other, insert) => {
      expect(replaceIn(text, [])).toBe(text);
      const shown = shownText(text);
      const [from = 0, to = 0] = [one % (shown.length + 1), other % (shown.length + 1)].sort((a, b) => a - b);
      const changed = replaceIn(text, [{ from, to, insert }]);
      expect(shownText(changed)).toBe(shown.slice(0, from) + insert + shown.slice(to));
    }),
  );
});
