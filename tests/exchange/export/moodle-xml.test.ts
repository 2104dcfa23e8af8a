import { expect, test } from 'vitest';
import { toMoodleXml } from '../../../build/exchange/export/moodle-xml.ts';
import type { Body, Question } from '../../../build/exchange/model.ts';

function ask(body: Body): Question {
  return { name: 'four', text: 'Quoi ?', points: 1, category: [], tags: [], line: 1, ...body } as Question;
}

const noPictures = { picture: () => undefined, lose: () => undefined };

/** Lines of the only question, without their indent. */
function linesOf(body: Body): readonly string[] {
  const xml = toMoodleXml([ask(body)], () => noPictures);
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n  <question type="')).toBe(true);
  expect(xml.endsWith('\n  </question>\n</quiz>\n')).toBe(true);
  return xml
    .split('\n')
    .slice(2, -3)
    .map((line) => line.trim());
}

const text = (html: string): string => `<text><![CDATA[<p>${html}</p>]]></text>`;
const feedback = (html?: string): string => `<feedback format="html">${html === undefined ? '<text></text>' : text(html)}</feedback>`;
const rich = (html: string, fraction: string, own = feedback()): string =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${html}]]></text>${own}</answer>`;
const typed = (value: string, fraction: string, own = feedback(), more = ''): string =>
  `<answer fraction="${fraction}" format="moodle_auto_format"><text>${value}</text>${own}${more}</answer>`;
const results = (right?: string, partly?: string, wrong?: string): string[] =>
  [
    ['correctfeedback', right],
    ['partiallycorrectfeedback', partly],
    ['incorrectfeedback', wrong],
  ].map(([name, html]) => `<${name} format="html">${html === undefined ? '<text></text>' : text(html)}</${name}>`);

/** Parts of a question below the members that all have. */
function partsOf(body: Body): readonly string[] {
  const lines = linesOf(body);
  expect(lines.slice(1, 5)).toEqual([
    '<name><text>four</text></name>',
    `<questiontext format="html">${text('Quoi ?')}</questiontext>`,
    '<generalfeedback format="html"><text></text></generalfeedback>',
    '<defaultgrade>1</defaultgrade>',
  ]);
  return lines.slice(5);
}

test('all members of a question, in the order of Moodle', () => {
  const body: Body = {
    kind: 'essay',
    name: 'A & B',
    idNumber: 'q"1',
    after: 'Voir *là*',
    points: 2.5,
    tags: ['c1', 'c<2'],
    minWords: 10,
    maxWords: 90,
    note: 'Lire',
  };
  expect(linesOf(body)).toEqual([
    '<question type="essay">',
    '<name><text>A &amp; B</text></name>',
    `<questiontext format="html">${text('Quoi ?')}</questiontext>`,
    `<generalfeedback format="html">${text('Voir <em>là</em>')}</generalfeedback>`,
    '<defaultgrade>2.5</defaultgrade>',
    '<idnumber>q&quot;1</idnumber>',
    '<responseformat>editor</responseformat>',
    '<minwordlimit>10</minwordlimit>',
    '<maxwordlimit>90</maxwordlimit>',
    `<graderinfo format="html">${text('Lire')}</graderinfo>`,
    '<tags><tag><text>c1</text></tag><tag><text>c&lt;2</text></tag></tags>',
  ]);
});

test('a description has no grade', () => {
  expect(linesOf({ kind: 'description', text: '' })).toEqual([
    '<question type="description">',
    '<name><text>four</text></name>',
    '<questiontext format="html"><text></text></questiontext>',
    '<generalfeedback format="html"><text></text></generalfeedback>',
  ]);
});

const choices = [
  { text: 'le **pain**', weight: 100 / 3, feedback: 'Oui' },
  { text: 'sel', weight: 0 },
];

test.each<[string, Body, readonly string[]]>([
  [
    'one right choice',
    { kind: 'single', shuffle: true, choices, results: { right: 'Oui', partly: 'Presque', wrong: 'Non' } },
    [
      '<single>true</single>',
      '<shuffleanswers>1</shuffleanswers>',
      ...results('Oui', 'Presque', 'Non'),
      rich('le <strong>pain</strong>', '33.33333', feedback('Oui')),
      rich('sel', '0'),
    ],
  ],
  [
    'several right choices',
    { kind: 'multiple', shuffle: false, choices: choices.slice(1) },
    ['<single>false</single>', '<shuffleanswers>0</shuffleanswers>', ...results(), rich('sel', '0')],
  ],
  [
    'a true statement',
    { kind: 'true-false', isTrue: true, results: { right: 'Oui', wrong: 'Non' } },
    [typed('true', '100', feedback('Oui')), typed('false', '0', feedback('Non'))],
  ],
  [
    'a false statement',
    { kind: 'true-false', isTrue: false, results: { right: 'Oui' } },
    [typed('true', '0'), typed('false', '100', feedback('Oui'))],
  ],
  [
    'typed answers',
    { kind: 'short', answers: [{ text: 'p*n', weight: 50, feedback: 'Oui' }] },
    ['<usecase>0</usecase>', typed('p*n', '50', feedback('Oui'))],
  ],
  [
    'numbers',
    {
      kind: 'numeric',
      unit: 'g',
      answers: [
        { low: 0.1, high: 0.3, weight: 100 },
        { low: 4, high: 4, weight: 0, feedback: 'Oui' },
        { low: -1, high: 1, weight: 50 },
      ],
      results: { wrong: 'Non' },
    },
    [
      typed('0.2', '100', feedback(), '<tolerance>0.1</tolerance>'),
      typed('4', '0', feedback('Oui'), '<tolerance>0</tolerance>'),
      typed('0', '50', feedback(), '<tolerance>1</tolerance>'),
      typed('*', '0', feedback('Non')),
      '<units><unit><multiplier>1</multiplier><unit_name>g</unit_name></unit></units>',
    ],
  ],
  ['a number alone', { kind: 'numeric', answers: [] }, []],
  [
    'pairs',
    { kind: 'matching', pairs: [['le *sel*', 'g**ro**s']], lures: ['fin'] },
    [
      '<shuffleanswers>1</shuffleanswers>',
      ...results(),
      '<subquestion format="html"><text><![CDATA[le <em>sel</em>]]></text><answer><text>gros</text></answer></subquestion>',
      '<subquestion format="html"><text></text><answer><text>fin</text></answer></subquestion>',
    ],
  ],
  ['an essay without limits', { kind: 'essay', minWords: 0, maxWords: 0 }, ['<responseformat>editor</responseformat>']],
  [
    'steps',
    { kind: 'order', steps: ['pétrir', 'cuire'], results: { wrong: 'Non' } },
    [
      ...results(undefined, undefined, 'Non'),
      '<answer fraction="1" format="html"><text><![CDATA[pétrir]]></text></answer>',
      '<answer fraction="2" format="html"><text><![CDATA[cuire]]></text></answer>',
    ],
  ],
])('%s', (_, body, parts) => {
  expect(partsOf(body)).toEqual(parts);
});

test.each([
  ['single', 'multichoice'],
  ['true-false', 'truefalse'],
  ['short', 'shortanswer'],
  ['numeric', 'numerical'],
  ['matching', 'matching'],
  ['order', 'ordering'],
])('a question of kind %s is a %s', (kind, type) => {
  const body = { kind, choices: [], answers: [], pairs: [], lures: [], steps: [] } as unknown as Body;
  expect(linesOf(body)[0]).toBe(`<question type="${type}">`);
});

const clozeText = (body: Body): string => /CDATA\[<p>(.*)<\/p>\]/.exec(linesOf(body)[2] ?? '')?.[1] ?? '';

test('blanks are typed answers, each with all that is accepted', () => {
  const body: Body = { kind: 'cloze', isList: false, distractors: ['eau'], text: 'Le [[levain / chef]] et le [[s}e#l~/"\\ ]].' };
  expect(linesOf(body)[0]).toBe('<question type="cloze">');
  expect(clozeText(body)).toBe('Le {1:SHORTANSWER:=levain~=chef} et le {1:SHORTANSWER:=s\\}e\\#l\\~\\/&quot;\\\\}.');
});

test('blanks with a list offer the words of the others and the distractors, each once', () => {
  const body: Body = { kind: 'cloze', isList: true, distractors: ['eau', 'sel'], text: 'Le [[levain / chef]] et le [[sel]] et [[sel]].' };
  expect(clozeText(body)).toBe(
    'Le {1:MULTICHOICE:=levain~sel~eau} et le {1:MULTICHOICE:=sel~levain~eau} et {1:MULTICHOICE:=sel~levain~eau}.',
  );
});

test('the end of CDATA, and characters that XML can’t have, are no danger', () => {
  expect(linesOf({ kind: 'essay', text: 'a `]]>` \u0008b', name: 'c\u0008>d' }).slice(1, 3)).toEqual([
    '<name><text>c&gt;d</text></name>',
    '<questiontext format="html"><text><![CDATA[<p>a <code>]]&gt;</code> b</p>]]></text></questiontext>',
  ]);
});

test('pictures are in the file, each once, by name; one that can’t be read is reported', () => {
  const bytes = Uint8Array.from({ length: 0x8001 }, (_, at) => at % 251);
  const lost: unknown[] = [];
  const body: Body = { kind: 'essay', text: '![a](img/le%20four.png) ![b](img/le%20four.png) ![c](x/none.png)' };
  const xml = toMoodleXml([ask(body)], () => ({
    picture: (path) => (path === 'img/le four.png' ? bytes : undefined),
    lose: (level, key, values) => lost.push([level, key, values]),
  }));
  expect(xml.match(/<file [^>]*>/g)).toEqual(['<file name="le four.png" path="/" encoding="base64">']);
  expect(xml.match(/src="[^"]*"/g)).toEqual([
    'src="@@PLUGINFILE@@/le%20four.png"',
    'src="@@PLUGINFILE@@/le%20four.png"',
    'src="@@PLUGINFILE@@/none.png"',
  ]);
  const encoded = /base64">([^<]*)</.exec(xml)?.[1] ?? '';
  expect(Buffer.from(encoded, 'base64').equals(Buffer.from(bytes))).toBe(true);
  expect(lost).toEqual([['lost', 'export.missing-picture', { file: 'x/none.png' }]]);
});

test('pictures of one name from several folders are files of their own', () => {
  const text = '![a](x/four.png) ![b](y/four.png) ![c](x/four.png) ![d](z/four.png) ![e](z/pain)';
  const xml = toMoodleXml([ask({ kind: 'essay', text })], () => ({ ...noPictures, picture: (path) => Uint8Array.of(path.charCodeAt(0)) }));
  const names = ['four.png', 'four-2.png', 'four-3.png', 'pain'];
  expect(xml.match(/src="[^"]*"/g)).toEqual(
    [names[0], names[1], names[0], names[2], names[3]].map((name) => `src="@@PLUGINFILE@@/${name}"`),
  );
  expect([...xml.matchAll(/<file name="([^"]*)"[^>]*>([^<]*)/g)].map(([, name, bytes = '']) => [name, atob(bytes)])).toEqual(
    names.map((name, at) => [name, 'xyzz'.charAt(at)]),
  );
});

test('a category stands before its first question, and again after another one', () => {
  const one = (category: readonly string[]) => ask({ kind: 'essay', category });
  const xml = toMoodleXml([one([]), one(['Pain', 'Sel/eau/four']), one(['Pain', 'Sel/eau/four']), one([])], () => noPictures);
  expect([...xml.matchAll(/type="(\w+)"|<category><text>(.*?)<\/text>/g)].map(([, type, path]) => type ?? path)).toEqual([
    'essay',
    'category',
    '$course$/top/Pain/Sel//eau//four',
    'essay',
    'essay',
    'category',
    '$course$/top',
    'essay',
  ]);
});
