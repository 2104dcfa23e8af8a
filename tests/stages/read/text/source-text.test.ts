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
  ['#######\u00a0Le quai', '#######\u00a0Le quai'],
  ['\u00a0-\u00a0une rame', ' - une rame'],
  ['*\u202fune rame', '* une rame'],
  ['+\u00a0[x]\u202fune rame', '+ [x] une rame'],
  ['3.\u00a0une rame', '3. une rame'],
  ['3\u00a0rames', '3\u00a0rames'],
  ['\u00a0\u00a0::quiz{}', '::quiz{}'],
  ['  :une', '  :une'],
  ['deux -\u00a0une rame', 'deux -\u00a0une rame'],
  ['-\u00a0\u00a0[x]\u00a0\u00a0une rame', '-  [x]  une rame'],
  ['-\u00a0[\u202f]\u00a0une\u00a0rame', '- [ ] une\u00a0rame'],
  ['12.\u00a0une rame', '12. une rame'],
  [':::\u00a0choice', '::: choice'],
  ['-\u00a0[X]\u00a0une rame', '- [X] une rame'],
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
  ['```', '  ```  ', true],
  ['```', '`````', true],
  ['```', '``', false],
  ['```', '``` js', false],
])('a fence %j is closed by %j: %s', (open, close, closed) => {
  const lines = [open, ' ::inside', '-\u00a0rame', close, ' ::behind'];
  expect(sourceLines(lines.join('\n'))).toEqual([...lines.slice(0, 4), closed ? '::behind' : ' ::behind']);
});

test('a line indented by four spaces is no fence', () => {
  expect(sourceLines('    ```\n ::behind')).toEqual(['    ```', '::behind']);
});

test('a fence that was closed may be followed by another', () => {
  expect(sourceLines('```\n ::un\n```\n ::deux\n~~~\n ::trois\n~~~\n ::quatre')).toEqual([
    ...['```', ' ::un', '```', '::deux', '~~~', ' ::trois', '~~~', '::quatre'],
  ]);
});
