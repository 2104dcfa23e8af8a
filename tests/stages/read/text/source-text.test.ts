import { expect, test } from 'vitest';
import { sourceLines } from '../../../../build/stages/read/text/source-text.ts';

test('lines end with any line end', () => {
  expect(sourceLines('a\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['#\u00a0Le quai', '# Le quai'],
  ['######\u202fLe quai', '###### Le quai'],
  ['-\u00a0[\u00a0]\u00a0une rame\u00a0!', '- [ ] une rame\u00a0!'],
  ['12)\u00a0une rame', '12) une rame'],
  ['>\u00a0une note', '> une note'],
  [':::choice\u00a0{#a}', ':::choice\u00a0{#a}'],
  ['Une rame\u00a0: deux', 'Une rame\u00a0: deux'],
  ['   ::figure{}', '::figure{}'],
  ['\t:::choice', ':::choice'],
  ['a ::b', 'a ::b'],
  ['  deux : mots', '  deux : mots'],
])('%j', (line, expected) => {
  expect(sourceLines(line)).toEqual([expected]);
});

test.each([
  ['```', '```', true],
  ['~~~~', '~~~~~', true],
  ['```js', '```', true],
  ['   ```', '```', true],
  ['```', '~~~', false],
  ['````', '```', false],
  ['```', '``` js', false],
])('a fence %j is closed by %j: %s', (open, close, closed) => {
  const lines = [open, ' ::inside', '-\u00a0rame', close, ' ::behind'];
  expect(sourceLines(lines.join('\n'))).toEqual([...lines.slice(0, 4), closed ? '::behind' : ' ::behind']);
});

test('a line indented by four spaces is no fence', () => {
  expect(sourceLines('    ```\n ::behind')).toEqual(['    ```', '::behind']);
});
