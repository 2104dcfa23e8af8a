import { expect, test } from 'vitest';
import type { Question } from '../../../../build/exchange/model.ts';
import { readMoodleXml } from '../../../../build/exchange/read/moodle-xml/moodle-xml.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function read(questions: string) {
  const reading = new Reading('fr', 'assets/fournil');
  const found = readMoodleXml(`<?xml version="1.0"?>\n<quiz>\n${questions}\n</quiz>`, reading).flatMap((piece) =>
    piece.kind === 'question' ? [piece.question] : [],
  );
  return { questions: found, remarks: reading.remarks.map(({ level, key, line }) => `${level} ${key}:${line}`), reading };
}

function question(type: string, body: string, text = 'Une question ?'): string {
  return `<question type="${type}">
  <name><text>fournil</text></name>
  <questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>
  ${body}
</question>`;
}

function only(source: string): Question {
  const { questions } = read(source);
  expect(questions).toHaveLength(1);
  return questions[0] as Question;
}

const answer = (text: string, fraction: number, feedback = ''): string =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text><feedback format="html"><text>${feedback}</text></feedback></answer>`;

test('choices with feedback of every kind', () => {
  const source = question(
    'multichoice',
    `<single>false</single><shuffleanswers>0</shuffleanswers><defaultgrade>2.0000</defaultgrade><idnumber>P-7</idnumber>
     <generalfeedback format="html"><text>&lt;p&gt;Voir la &lt;b&gt;fiche&lt;/b&gt;.&lt;/p&gt;</text></generalfeedback>
     <correctfeedback format="html"><text>Oui.</text></correctfeedback>
     <partiallycorrectfeedback format="html"><text>Presque.</text></partiallycorrectfeedback>
     <incorrectfeedback format="html"><text>Non.</text></incorrectfeedback>
     ${answer('<p>la farine</p>', 50, 'Bien.')}${answer('l&rsquo;eau', 50)}${answer('le savon', -33.33333)}
     <tags><tag><text>c1</text></tag></tags>`,
  );
  expect(only(source)).toMatchObject({
    kind: 'multiple',
    idNumber: 'P-7',
    points: 2,
    shuffle: false,
    after: 'Voir la **fiche**.',
    results: { right: 'Oui.', partly: 'Presque.', wrong: 'Non.' },
    tags: ['c1'],
    choices: [
      { text: 'la farine', weight: 50, feedback: 'Bien.' },
      { text: 'l’eau', weight: 50 },
      { text: 'le savon', weight: -33.33333 },
    ],
  });
});

test('what is empty is left out, and a question without points has one', () => {
  const some = only(
    question(
      'essay',
      '<correctfeedback><text>Oui.</text></correctfeedback><tags><tag><text></text></tag><tag><text>c1</text></tag></tags>',
    ),
  );
  expect([some.results, some.tags, some.points]).toEqual([{ right: 'Oui.' }, ['c1'], 1]);
  expect(only(question('essay', ''))).not.toHaveProperty('results');
  expect(only(question('essay', '<defaultgrade>0</defaultgrade>')).points).toBe(0);
});

test('true or false, typed answers, numbers, pairs, essay, ordering', () => {
  expect(only(question('truefalse', answer('true', 0, 'Non.') + answer('false', 100, 'Oui.')))).toMatchObject({
    kind: 'true-false',
    isTrue: false,
    results: { right: 'Oui.', wrong: 'Non.' },
  });
  expect(only(question('shortanswer', `<usecase>0</usecase>${answer('levain', 100)}${answer('lev*', 50)}`))).toMatchObject({
    kind: 'short',
    answers: [
      { text: 'levain', weight: 100 },
      { text: 'lev*', weight: 50 },
    ],
  });
  const numeric = `${answer('12.5', 100).replace('</answer>', '<tolerance>0.5</tolerance></answer>')}${answer('*', 0, 'Recomptez.')}<units><unit><multiplier>1</multiplier><unit_name>kg</unit_name></unit></units>`;
  expect(only(question('numerical', numeric))).toMatchObject({
    kind: 'numeric',
    answers: [{ low: 12, high: 13, weight: 100 }],
    unit: 'kg',
    results: { wrong: 'Recomptez.' },
  });
  const pair = (left: string, right: string): string =>
    `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
  expect(only(question('matching', pair('seigle', 'tourte') + pair('beurre', 'brioche') + pair('', 'pizza')))).toMatchObject({
    pairs: [
      ['seigle', 'tourte'],
      ['beurre', 'brioche'],
    ],
    lures: ['pizza'],
  });
  expect(
    only(question('essay', '<minwordlimit>20</minwordlimit><graderinfo format="html"><text>Trois étapes.</text></graderinfo>')),
  ).toMatchObject({
    kind: 'essay',
    minWords: 20,
    note: 'Trois étapes.',
  });
  expect(only(question('ordering', answer('cuire', 3) + answer('pétrir', 1) + answer('façonner', 2)))).toMatchObject({
    kind: 'order',
    steps: ['pétrir', 'façonner', 'cuire'],
  });
});

test('embedded answers become blanks; what has no place there is reported', () => {
  expect(only(question('cloze', '', 'Le {1:SHORTANSWER:=levain~=levain chef} fait lever la {:SA:=pâte}.'))).toMatchObject({
    kind: 'cloze',
    text: 'Le [[levain / levain chef]] fait lever la [[pâte]].',
    isList: false,
  });
  const listed = read(question('cloze', '', 'Le {1:MULTICHOICE:four~=levain#Oui} lève, le {1:MC:=four~sel} cuit.'));
  expect(listed.questions).toMatchObject([{ text: 'Le [[levain]] lève, le [[four]] cuit.', isList: true, distractors: ['sel'] }]);
  expect(listed.remarks).toEqual(['lost cloze.feedback:3', 'note cloze.shared:3']);
  expect(read(question('cloze', '', 'Les {1:MULTIRESPONSE:=a~=b}.')).remarks).toEqual(['refused cloze.kind:3']);
});

test('gaps to choose or to drag become blanks', () => {
  const words =
    '<selectoption><text>four</text><group>1</group></selectoption><selectoption><text>levain</text><group>1</group></selectoption><selectoption><text>sel</text><group>1</group></selectoption>';
  expect(only(question('gapselect', words, 'Le [[2]] lève, le [[1]] cuit.'))).toMatchObject({
    text: 'Le [[levain]] lève, le [[four]] cuit.',
    isList: true,
    distractors: ['sel'],
  });
});

test('pictures are copied by what they are, and their description is asked for', () => {
  const file = `<file name="mon four (1).jpg" path="/" encoding="base64">${PNG}</file>`;
  const source = question('truefalse', answer('true', 100) + answer('false', 0)).replace(
    '<![CDATA[Une question ?]]></text>',
    `<![CDATA[<p>Chaud ?</p><p><img src="@@PLUGINFILE@@/mon%20four%20(1).jpg" alt=""></p>]]></text>${file}`,
  );
  const { questions, remarks, reading } = read(source);
  expect(questions[0]?.text).toBe('Chaud ?\n\n![À revoir\u00a0: décrivez l’image](assets/fournil/mon-four-1.png)');
  expect(reading.pictures.list.map(({ path }) => path)).toEqual(['assets/fournil/mon-four-1.png']);
  expect(remarks).toEqual(['review text.alt:3']);
});

test('scripts, drawings with code and links elsewhere are removed, which is reported', () => {
  const text = `Bon<script>alert(1)</script> <a href="javascript:x()">ici</a> <img src="data:image/svg+xml;base64,${btoa('<svg onload="x()"/>')}" alt="four">`;
  const { questions, remarks, reading } = read(question('description', '', text));
  expect(questions[0]?.text).toBe('Bon ici four');
  expect(reading.pictures.list).toEqual([]);
  expect(remarks).toEqual(['lost text.script:3', 'lost text.link:3', 'review text.bad-picture:3']);
});

test('categories are paths, and a kind without a counterpart keeps its text in the report', () => {
  const category = '<question type="category"><category><text>$course$/top/Pains/Seigle // méteil</text></category></question>';
  const { questions, reading } = read(
    `${category}\n${question('essay', '')}\n${question('calculated', `${answer('{a}+{b}', 100, 'Bien.')}<file name="a"><text>x</text></file>`, '<p>Combien font {a} + {b} ?</p>')}`,
  );
  expect(questions[0]?.category).toEqual(['Pains', 'Seigle / méteil']);
  expect(reading.remarks).toMatchObject([
    { level: 'refused', key: 'xml.kind', line: 9, text: 'fournil — Combien font {a} + {b} ?\n{a}+{b}\nBien.' },
  ]);
});

test('remarks name the line, or the number of the question if one line has several', () => {
  const category = '<question type="category"><category><text>Pains</text></category></question>';
  const unknown = question('calculated', '').replaceAll('\n', ' ');
  const places = (source: string) => {
    const { reading } = read(source);
    return [reading.place, reading.remarks.map(({ line }) => line)];
  };
  expect(places(`${category}${unknown}\n${unknown}`)).toEqual(['line', [3, 4]]);
  expect(places(`${unknown}\n${unknown}${category}${unknown}`)).toEqual(['question', [1, 2, 3]]);
  const single = category.replace('type="category"', "type = 'category'");
  expect(places(`${single}${unknown}\n${unknown}`)).toEqual(['line', [3, 4]]);
});

test('a question that isn’t well-formed spoils no other', () => {
  const broken = question('essay', '<generalfeedback><text>a</generalfeedback>');
  const open = question('essay', '').replace('</question>', '');
  const { questions, remarks, reading } = read(`${broken}\n${question('essay', '')}\n${open}\n${question('essay', '')}`);
  expect(questions).toHaveLength(2);
  expect(remarks).toEqual(['refused xml.broken:3', 'refused xml.unclosed:13']);
  const texts = reading.remarks.map(({ text }) => text?.trim());
  expect(texts).toEqual(['fournil Une question ? a', 'fournil Une question ?']);
  const pictured = read(
    broken.replace('Une question ?', '<p>Chaud ?</p>').replace('<text>a', '<file name="a">AB</file><file>CD</file><text>a'),
  );
  expect(pictured.reading.remarks[0]?.text?.trim()).toBe('fournil Chaud ? a');
});

test('hints, templates and capitals are reported', () => {
  const hint = '<hint format="html"><text>Sentez-la.</text></hint>';
  expect(read(question('shortanswer', `<usecase>1</usecase>${answer('levain', 100)}${hint}`)).remarks).toEqual([
    'lost xml.case:3',
    'lost xml.hint:3',
  ]);
  const long = `<hint><text>${'a'.repeat(201)}</text></hint><responsetemplate><text>${'b'.repeat(201)}</text></responsetemplate><hint><text></text></hint>`;
  const { reading } = read(question('essay', long));
  expect(reading.remarks.map(({ values }) => values.text)).toEqual(['a'.repeat(200), 'b'.repeat(200)]);
});
