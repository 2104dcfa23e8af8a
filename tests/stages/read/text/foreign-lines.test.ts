import { expect, test } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

const long = (length: number): string =>
  'La rame '
    .repeat(20)
    .slice(0, length - 1)
    .padEnd(length, 'e');

test.each<[string, string, string[]]>([
  ['a round box', '[( )] une rame', ['foreign-box 1:1']],
  ['a ticked one behind a question', 'Quelle rame ?\n  [(x)] une rame', ['foreign-box 2:3']],
  ['several are reported once', '[(X)] une rame\n[( )] une voie', ['foreign-box 1:1']],
  ['several apart are, too', '[( )] une rame\n\n[( )] une voie', ['foreign-box 1:1', 'foreign-box 3:1']],
  ['several in a list are reported once', '- [( )] une rame\n- [( )] une voie', ['foreign-box 1:3']],
  ['one below brackets in a sentence', 'Une rame [(x)] ici.\n[( )] une voie', []],
  ['one further below them', 'Une rame [(x)] ici.\nQuelle rame ?\n[(x)] une voie', ['foreign-box 3:1']],
  ['a definition behind a no-break space', 'Rame\n:\u00a0un tram', ['warning definition-list 2:1']],
  ['a definition of a term with a colon', 'Rame :\n: un tram', ['warning definition-list 2:1']],
  ['two equals signs below', 'Le quai\n==', ['underlined-title 1:1']],
  ['a rule with spaces behind it', 'Le quai\n---  ', ['underlined-title 1:1']],
  ...[...'.!?…:;,»”"'].map((sign): [string, string, string[]] => [`a rule below a line with ${sign}`, `Le quai${sign} \n---`, []]),
  ['an empty round box', '[()] une rame', ['foreign-box 1:1']],
  ['brackets in a sentence', 'Une rame [(x)] ici.', []],
  ['brackets with a word', '[(x)]rame', []],
  ['a definition', 'Rame\n: un tram', ['warning definition-list 2:1']],
  ['a definition without a term', ': un tram', ['definition-list 1:1']],
  ['a colon in a third line', 'Rame\nVoie\n: un tram', []],
  ['a term of 60 characters', `${long(60)}\n: un tram`, ['warning definition-list 2:1']],
  ['a sentence of 61, which an editor wrapped', `${long(61)}\n: un tram`, []],
  ['a colon without a space', 'Rame\n:un', []],
  ['an underlined title', 'Le quai\n=====', ['underlined-title 1:1']],
  ['an underlined title behind a line', 'Ici.\nLe quai\n====', ['underlined-title 2:1']],
  ['equals signs behind words', 'Ici.\nLe quai ====', []],
  ['one equals sign', 'Le quai\n=', []],
  ['equals signs first', '=====\nLe quai', []],
  ['a rule below a line of text', 'Le quai\n---', ['underlined-title 1:1']],
  ['two hyphens below', 'Le quai\n--', ['underlined-title 1:1']],
  ['a rule below a sentence', 'La rame part.\n---', []],
  ['a rule below a picture', '![Le quai](quai.svg)\n---', []],
  ['a rule below two lines', 'Le quai\nLa rame\n---', []],
  ['a rule below an empty line', 'Le quai\n\n---', []],
  ['a rule of stars', 'Le quai\n***', []],
  ['a title of 100 characters', `${long(100)}\n---`, ['underlined-title 1:1']],
  ['a paragraph of 101', `${long(101)}\n---`, []],
  ['numbers are no title', '12 34\n---', []],
])('%s', (_, text, found) => {
  expect(readText(text).found).toEqual(found);
});

test('what to write instead', () => {
  expect(readText('Le quai\n=====').values).toEqual({ sign: '===', fit: '# Le quai' });
  expect(readText('Le quai\n---').values).toEqual({ sign: '---', fit: '## Le quai' });
  expect(readText('Rame\n: un tram').values).toEqual({ term: 'Rame' });
  expect(readText(': un tram').values).toEqual({ term: '…' });
  expect(readText('[(x)] une rame').values).toEqual({ box: '[(x)]' });
});
