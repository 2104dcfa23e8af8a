import { expect, test } from 'vitest';
import { readMoodleXml } from '../../../../build/exchange/read/moodle-xml/moodle-xml.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(...lines: readonly string[]) {
  const reading = new Reading('fr', 'assets/x');
  return { pieces: readMoodleXml(['<quiz>', ...lines, '</quiz>'].join('\n'), reading), remarks: reading.remarks };
}

const text = (html: string, tag = 'questiontext'): string => `<${tag} format="html"><text><![CDATA[${html}]]></text></${tag}>`;
const asked = (type: string, ...parts: readonly string[]): string => `<question type="${type}">${parts.join('')}</question>`;
const pair = (left: string, right: string): string =>
  `<subquestion><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;

test('questions in full, each with the category above it', () => {
  const about = `${'mardi '.repeat(40)}`;
  const { pieces, remarks } = read(
    asked('category', '<category>$course$/top/Pains</category>', text(`<p>${about}</p>`, 'info')),
    asked(
      'essay',
      text(' Nuit ', 'name'),
      '<idnumber></idnumber>',
      text('<ul><li>a</ul>'),
      text('Non', 'incorrectfeedback'),
      text('', 'generalfeedback'),
    ),
    asked('matching', text('<table><tr><td>a<td>b</table>'), pair('1', 'A'), pair('2', 'B')),
    asked('cloze', text('<table><tr><td>a<td>{1:SA:=b}</table>'), text('<p>Un</p><p>deux<br>trois</p>', 'hint')),
    asked('category', '<category><text></text></category>'),
    asked('essay', text('Fin'), '<defaultgrade>x</defaultgrade>'),
  );
  const question = (line: number, more: object, category: readonly string[] = ['Pains']) => ({
    kind: 'question',
    question: { name: '', points: 1, category, tags: [], line, ...more },
  });
  const pairs = [
    ['1', 'A'],
    ['2', 'B'],
  ];
  expect(pieces).toEqual([
    question(3, { kind: 'essay', name: 'Nuit', text: '* a', results: { wrong: 'Non' } }),
    question(4, { kind: 'matching', text: 'a · b', pairs, lures: [] }),
    question(5, { kind: 'cloze', text: '| a | [[b]] |\n|---|---|', isList: false, distractors: [] }),
    question(7, { kind: 'essay', text: 'Fin' }, []),
  ]);
  expect(remarks).toEqual([
    { level: 'lost', key: 'xml.category', line: 2, values: { text: about.slice(0, 200) } },
    { level: 'note', key: 'text.flattened', line: 4, values: { detail: '' } },
    { level: 'lost', key: 'xml.hint', line: 5, values: { text: 'Un deux trois' } },
  ]);
});

test('a refused question is reported once, with what it has of texts', () => {
  const { pieces, remarks } = read(
    asked('toString', text('Le pain', 'name'), text('Le pain lève'), `<answer><text></text>${text(' Oui ', 'feedback')}</answer>`),
    asked('truefalse', text('Un', 'name'), text('<ul><li>x</ul>'), text('y', 'hint')),
  );
  const refused = { level: 'refused', values: {} };
  expect([pieces, remarks]).toEqual([
    [],
    [
      { ...refused, key: 'xml.kind', line: 2, values: { kind: 'toString' }, text: 'Le pain lève\nOui' },
      { ...refused, key: 'xml.truth', line: 3, text: 'Un — x\ny' },
    ],
  ]);
});
