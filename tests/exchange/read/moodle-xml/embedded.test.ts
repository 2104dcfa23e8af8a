import { expect, test } from 'vitest';
import { embeddedAnswers } from '../../../../build/exchange/read/moodle-xml/embedded.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

function read(text: string): { readonly body: unknown; readonly remarks: readonly unknown[] } {
  const reading = new Reading('fr', 'assets/x');
  const written = { '@format': 'html', text: { '#cdata': text } };
  const body = embeddedAnswers(written, reading.context(3, true), reading, 3);
  return { body, remarks: reading.remarks.map(({ level, key, line, values }) => [level, key, line, ...Object.values(values)]) };
}

const cloze = (text: string, distractors?: readonly string[]) => ({
  kind: 'cloze',
  text,
  isList: distractors !== undefined,
  distractors: distractors ?? [],
});

test.each<[string, unknown]>([
  ['<p>Le {1:SHORTANSWER:=pain~=miche} <b>x</b></p>', cloze('Le [[pain / miche]] **x**')],
  ['{:SA:=pain}', cloze('[[pain]]')],
  ['{123:MW: = pain }', cloze('[[pain]]')],
  ['{1:SA:%100%pain}', cloze('[[pain]]')],
  ['{1:SA:=a\\~b\\#c}', cloze('[[a~b#c]]')],
  ['{1:SA:=a &eacute; <i>b</i>}', cloze('[[a é b]]')],
  ['{1:NUMERICAL:=12.5:0} {1:NM:=3}', cloze('[[12.5]] [[3]]')],
  ['{1:MULTICHOICE:=sel~eau~*~pain}', cloze('[[sel]]', ['eau', 'pain'])],
  ['{1:SA:=pain~%0%eau~%-50%sel}', cloze('[[pain]]')],
  ['{1:MC:=sel~%100%gros~eau}', cloze('[[sel]]', ['eau', 'gros'])],
])('“%s”', (text, body) => {
  expect(read(text)).toEqual({ body, remarks: [] });
});

test.each([
  'MULTICHOICE',
  'MULTICHOICE_V',
  'MULTICHOICE_H',
  'MULTICHOICES',
  'MULTICHOICE_VS',
  'MULTICHOICE_HS',
  'MC',
  'MCV',
  'MCH',
  'MCS',
  'MCVS',
  'MCHS',
])('%s is a list', (kind) => {
  expect(read(`{1:${kind}:=a~b}`).body).toEqual(cloze('[[a]]', ['b']));
});

test.each(['SHORTANSWER_C', 'SAC', 'MWC'])('%s distinguishes capitals, which is lost', (kind) => {
  expect(read(`{1:${kind}:=a}`)).toEqual({ body: cloze('[[a]]'), remarks: [['lost', 'xml.case', 3]] });
});

test.each<[string, readonly unknown[]]>([
  ['{1:SA:=a#Oui}', [['lost', 'cloze.feedback', 3]]],
  ['{1:SA:=a~b#Non}', [['lost', 'cloze.feedback', 3]]],
  ['{1:SA:=a# }', []],
  ['{1:SA:=a~%50%b}', [['lost', 'cloze.partial', 3]]],
  ['{1:SA:=a~%1%b}', [['lost', 'cloze.partial', 3]]],
  ['{1:SA:=a~%0%b~%-50%c}', []],
  ['{1:NM:=3:0.5}', [['lost', 'cloze.tolerance', 3]]],
  ['{1:SA:=3:0.5}', []],
  ['{1:MC:=a~b} {1:MC:=c~d}', [['note', 'cloze.shared', 3]]],
  ['{1:MC:=a~b~a} {1:SA:=c}', [['lost', 'cloze.choices', 3, 'b']]],
  ['{1:MC:=a} {1:SA:=c}', []],
  [
    '{1:MC:=a~b#x} {1:MC:=c~d}',
    [
      ['lost', 'cloze.feedback', 3],
      ['note', 'cloze.shared', 3],
    ],
  ],
  [
    '{1:MC:=a~b#x} {1:SA:=c#y}',
    [
      ['lost', 'cloze.choices', 3, 'b'],
      ['lost', 'cloze.feedback', 3],
    ],
  ],
])('“%s” reports %j', (text, remarks) => {
  expect(read(text).remarks).toEqual(remarks);
});

test.each([
  ['{1:SA:=a~%50%b}', cloze('[[a]]')],
  ['{1:MC:=a~%50%b~c}', cloze('[[a]]', ['b', 'c'])],
])('an answer for a part of the points isn’t accepted: “%s”', (text, body) => {
  expect(read(text).body).toEqual(body);
});

test('lists share their words: each once, without those that are right', () => {
  expect(read('{1:MC:=a~b~c} {1:MC:=b~a~c}').body).toEqual(cloze('[[a]] [[b]]', ['c']));
  expect(read('{1:MC:=a~b} {1:SA:=c}').body).toEqual(cloze('[[a]] [[c]]'));
});

test.each([
  ['Le pain', 'cloze.none'],
  ['{1:XX:=a}', 'cloze.kind'],
  ['{1:XSA:=a}', 'cloze.kind'],
  ['{1:XNM:=3}', 'cloze.kind'],
  ['{1:NMX:=3}', 'cloze.kind'],
  ['{1:XMC:=3}', 'cloze.kind'],
  ['{1:SA:~a}', 'cloze.answer'],
  ['{1:SA:=a*}', 'cloze.answer'],
  ['{1:SA:=a]b}', 'cloze.answer'],
  ['{1:SA:=a} {1:SA:=b', 'cloze.answer'],
  ['{1:SA:=a} {:NM:', 'cloze.answer'],
  ['{1:XX:=a} {1:SA:=b}', 'cloze.kind'],
  ['{1:XX:=a} {1:SA:~b}', 'cloze.answer'],
  ['{1:SA:~a} {1:XX:=b}', 'cloze.kind'],
])('“%s” can’t be read: %s', (text, key) => {
  expect(read(text)).toEqual({ body: key, remarks: [] });
});

test('a star may be a choice of a list', () => {
  expect(read('{1:MC:=a*~b}').body).toEqual(cloze('[[a*]]', ['b']));
});

test('braces of a text stay', () => {
  expect(read('{a} {1:SA:=b}').body).toEqual(cloze('\\{a} [[b]]'));
});
