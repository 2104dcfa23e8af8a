import { expect, test } from 'vitest';
import { gaps } from '../../../../build/exchange/read/moodle-xml/gaps.ts';
import { parseQuestion } from '../../../../build/exchange/read/moodle-xml/xml.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(text: string, words: readonly string[], list = 'dragbox'): unknown {
  const options = words.map((word) => `<${list}><text>${word}</text></${list}>`).join('');
  const node = parseQuestion(`<question><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${options}</question>`);
  return node && gaps(node, list, new Reading('fr', 'assets/x').context(1, true));
}

test('each number becomes its word; words that no blank asks for are distractors', () => {
  expect(read('<p>Le [[2]] <b>et</b> le [[1]] ou [[2]]</p>', ['sel', '&lt;b&gt;pain&lt;/b&gt; &amp;eacute;', 'eau', ''])).toEqual({
    kind: 'cloze',
    text: 'Le [[pain é]] **et** le [[sel]] ou [[pain é]]',
    isList: true,
    distractors: ['eau'],
  });
  expect(read('<ul><li>[[1]]</ul>', ['sel'])).toMatchObject({ text: '* [[sel]]' });
  expect(read('[[1]], [[2]] et [[3]]', ['sel', 'eau', '<b></b> pain '])).toMatchObject({
    text: '[[sel]], [[eau]] et [[pain]]',
    distractors: [],
  });
  const many = Array.from({ length: 101 }, (_, at) => `mot-${at + 1}`);
  expect(read('[[10]] et [[101]]', many)).toMatchObject({
    text: '[[mot-10]] et [[mot-101]]',
    distractors: many.filter((_, at) => at !== 9 && at !== 100),
  });
  expect(read('[[1]]', ['sel'], 'selectoption')).toMatchObject({ text: '[[sel]]', distractors: [] });
});

test.each([
  ['no number', 'Le pain', ['sel']],
  ['a number without a word', 'Le [[2]] et [[1]]', ['sel']],
  ['a number of none', '[[0]]', ['sel']],
  ['a word that can’t be a blank', '[[1]]', ['a]b']],
  ['a number with four digits', '[[0001]]', ['sel']],
])('%s can’t be read', (_, text, words) => {
  expect(read(text, words)).toBe('xml.gaps');
});
