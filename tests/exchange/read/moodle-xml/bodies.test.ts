import { expect, test } from 'vitest';
import { bodies } from '../../../../build/exchange/read/moodle-xml/bodies.ts';
import { parseQuestion } from '../../../../build/exchange/read/moodle-xml/xml.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function read(type: string, inside: string): { readonly body: unknown; readonly remarks: readonly unknown[] } {
  const node = parseQuestion(`<question type="${type}">${inside}</question>`);
  if (!node) throw new Error('not well-formed');
  const reading = new Reading('fr', 'assets/x');
  const body = bodies[type]?.({ node, line: 5, reading, context: reading.context(5, true) });
  return { body, remarks: reading.remarks.map(({ level, key, line, values }) => [level, key, line, ...Object.values(values)]) };
}

const answer = (text: string, fraction: string, more = ''): string => `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;
const feedback = (text: string): string => `<feedback><text>${text}</text></feedback>`;

test('choices with their weights and feedback, in any format', () => {
  const inside = `<single>false</single><shuffleanswers>0</shuffleanswers>
    ${answer('&lt;p&gt;un&lt;/p&gt;&lt;p&gt;deux&lt;/p&gt;', '33.33333', feedback('&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;'))}
    <answer fraction="-50" format="markdown"><text>*trois*</text><feedback format="plain_text"><text>*x*</text></feedback></answer>
    ${answer('quatre', 'beaucoup', feedback(''))}`;
  expect(read('multichoice', inside)).toEqual({
    body: {
      kind: 'multiple',
      shuffle: false,
      choices: [
        { text: 'un deux', weight: 33.33333, feedback: 'a\n\nb' },
        { text: '*trois*', weight: -50, feedback: '\\*x\\*' },
        { text: 'quatre', weight: 0 },
      ],
    },
    remarks: [],
  });
});

test.each([
  ['', 'single', true],
  ['<single>1</single><shuffleanswers>true</shuffleanswers>', 'single', true],
  ['<single>TRUE</single><shuffleanswers>False</shuffleanswers>', 'single', false],
  ['<single>0</single><shuffleanswers>1</shuffleanswers>', 'multiple', true],
  ['<single>oui</single>', 'multiple', true],
])('“%s” is a %s question', (inside, kind, shuffle) => {
  expect(read('multichoice', inside).body).toMatchObject({ kind, shuffle });
});

test('a picture of an answer is stored', () => {
  const file = `<file name="a.png" encoding="base64">${PNG}</file>`;
  const html = '&lt;img src="@@PLUGINFILE@@/a.png" alt="Un four"&gt;';
  const one = `<answer fraction="100" format="html"><text>${html}</text>${file}<feedback><text>${html}</text>${file}</feedback></answer>`;
  expect(read('multichoice', one)).toMatchObject({
    body: { choices: [{ text: '![Un four](assets/x/a.png)', feedback: '![Un four](assets/x/a.png)' }] },
    remarks: [],
  });
});

test.each([
  ['100', '0', true],
  ['0', '100', false],
  ['0', '0', false],
])('of true (%s) and false (%s) the larger share is right', (yes, no, isTrue) => {
  const inside = answer('True', yes, feedback('vrai')) + answer('false', no, feedback('faux'));
  const [right, wrong] = isTrue ? ['vrai', 'faux'] : ['faux', 'vrai'];
  expect(read('truefalse', inside).body).toEqual({ kind: 'true-false', isTrue, results: { right, wrong } });
});

test('true and false without feedback, or with one', () => {
  expect(read('truefalse', answer('false', '0') + answer('true', '100')).body).toEqual({ kind: 'true-false', isTrue: true });
  expect(read('truefalse', answer('false', '0', feedback('faux')) + answer('true', '100')).body).toEqual({
    kind: 'true-false',
    isTrue: true,
    results: { wrong: 'faux' },
  });
  expect(read('truefalse', answer('false', '100', feedback('faux')) + answer('true', '0')).body).toEqual({
    kind: 'true-false',
    isTrue: false,
    results: { right: 'faux' },
  });
  expect(read('truefalse', answer('true', '100')).body).toBe('xml.truth');
  expect(read('truefalse', answer('false', '100')).body).toBe('xml.truth');
});

test('of two elements with one name the first counts', () => {
  const twice = answer('true', '100', feedback('Un') + feedback('Deux')) + answer('true', '0') + answer('false', '50');
  expect(read('truefalse', twice).body).toEqual({ kind: 'true-false', isTrue: true, results: { right: 'Un' } });
  expect(read('shortanswer', '<answer fraction="100"><text>un</text><text>deux</text></answer>').body).toMatchObject({
    answers: [{ text: 'un' }],
  });
});

test('typed answers are plain text; capitals that count are lost', () => {
  expect(read('shortanswer', `<usecase>0</usecase>${answer('le  p*n  &lt;b&gt;', '100')}${answer('x', '50', feedback('Oui'))}`)).toEqual({
    body: {
      kind: 'short',
      answers: [
        { text: 'le p*n <b>', weight: 100 },
        { text: 'x', weight: 50, feedback: 'Oui' },
      ],
    },
    remarks: [],
  });
  expect(read('shortanswer', '<usecase>1</usecase>').remarks).toEqual([['lost', 'xml.case', 5]]);
});

test('numbers with their tolerance; a star is any other number', () => {
  const inside = `${answer('3', '100', '<tolerance>0.5</tolerance>')}${answer('4,5', '50', feedback('Presque'))}${answer('*', '0', feedback('Non'))}${answer('*', '0')}`;
  expect(read('numerical', inside).body).toEqual({
    kind: 'numeric',
    answers: [
      { low: 2.5, high: 3.5, weight: 100 },
      { low: 4.5, high: 4.5, weight: 50, feedback: 'Presque' },
    ],
    results: { wrong: 'Non' },
  });
  expect(read('numerical', answer('trois', '100')).body).toBe('xml.number');
  expect(read('numerical', answer('3', '100', '<tolerance>x</tolerance>')).body).toBe('xml.number');
});

test('the first unit is kept, the others are lost', () => {
  const unit = (name: string): string => `<unit><unit_name>${name}</unit_name></unit>`;
  expect(read('numerical', `<units>${unit('g')}</units>`)).toEqual({ body: { kind: 'numeric', answers: [], unit: 'g' }, remarks: [] });
  expect(read('numerical', `<units>${unit('g')}${unit('kg')}${unit('t')}</units>`)).toEqual({
    body: { kind: 'numeric', answers: [], unit: 'g' },
    remarks: [['lost', 'xml.units', 5, 'kg, t']],
  });
  expect(read('numerical', `<units>${unit('')}</units>`).body).toEqual({ kind: 'numeric', answers: [] });
});

test.each(['matching', 'ddmatch'])('pairs of a %s, and lures without a left side', (type) => {
  const pair = (left: string, right: string): string =>
    `<subquestion><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
  expect(
    read(type, pair('&lt;b&gt;un&lt;/b&gt;', 'a* &lt;i&gt;e&lt;/i&gt;') + pair('', 'b') + pair('', '') + pair('deux', '')).body,
  ).toEqual({
    kind: 'matching',
    pairs: [
      ['**un**', 'a\\* \\<i>e\\</i>'],
      ['deux', ''],
    ],
    lures: ['b'],
  });
});

test('an essay with its limits and its note for the grader', () => {
  const inside =
    '<minwordlimit>10</minwordlimit><maxwordlimit>90</maxwordlimit><attachments>2</attachments><graderinfo format="html"><text>&lt;b&gt;Lire&lt;/b&gt;</text></graderinfo>';
  expect(read('essay', inside)).toEqual({
    body: { kind: 'essay', minWords: 10, maxWords: 90, note: '**Lire**' },
    remarks: [['lost', 'xml.attachments', 5]],
  });
  expect(
    read('essay', '<minwordlimit/><maxwordlimit>0</maxwordlimit><attachments>0</attachments><graderinfo><text/></graderinfo>'),
  ).toEqual({
    body: { kind: 'essay' },
    remarks: [],
  });
  expect(read('essay', '<attachments>-1</attachments>').remarks).toHaveLength(1);
});

test('steps in the order of their places, if each has one', () => {
  const steps = (...fractions: readonly string[]): unknown =>
    read('ordering', fractions.map((one, at) => answer('abc'.charAt(at), one)).join('')).body;
  expect(steps('3', '1', '2')).toEqual({ kind: 'order', steps: ['b', 'c', 'a'] });
  expect(steps('3', '0', '2')).toEqual({ kind: 'order', steps: ['a', 'b', 'c'] });
  expect(steps('1', '1', '1')).toEqual({ kind: 'order', steps: ['a', 'b', 'c'] });
});

test('texts with blanks', () => {
  const text = (inside: string): string => `<questiontext><text>${inside}</text></questiontext>`;
  expect(read('cloze', text('Le {1:SA:=pain}')).body).toMatchObject({ kind: 'cloze', text: 'Le [[pain]]' });
  expect(read('gapselect', `${text('Le [[1]]')}<selectoption><text>pain</text></selectoption>`).body).toMatchObject({
    text: 'Le [[pain]]',
  });
  expect(read('ddwtos', `${text('Le [[1]]')}<dragbox><text>pain</text></dragbox>`).body).toMatchObject({ text: 'Le [[pain]]' });
  expect(read('description', '').body).toEqual({ kind: 'description' });
});
