import { expect, test } from 'vitest';
import { freeId, usedIds, withFreshIds } from '../../../build/studio/text/fresh-ids.ts';

const LOCK = `{
  "version": 2,
  "modules": {
    "morning": {
      "pages": ["platform","tracks"],
      "activities": [
        {"id":"q-door","type":"open-question","parts":[{"text":"the door, yes","key":"x"}]},
        {"id":"q-brake","type":"choice","parts":[],"gone":true}
      ]
    }
  }
}
`;

function idsOf(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  return usedIds({ paths: Object.keys(files), text: (path) => files[path] });
}

test('a lock has the ids of sessions, pages and activities, those of what is gone too', () => {
  const ids = idsOf({ 'modules/quai/course.lock.yaml': LOCK });
  for (const id of ['morning', 'platform', 'tracks', 'q-door', 'q-brake']) expect([id, ids.has(id)]).toEqual([id, true]);
});

test('names of types and texts of parts are no ids', () => {
  const ids = idsOf({ 'modules/quai/course.lock.yaml': LOCK });
  for (const word of ['open-question', 'choice', 'door', 'yes']) expect([word, ids.has(word)]).toEqual([word, false]);
});

test('texts have the ids of pages and directives', () => {
  const texts = { 'a.md': '# Title {#page icon=door}\n\n:::choice{points=2 #q}\n:::\n', 'b.txt': '{#no}', 'course.yaml': 'no: 1' };
  expect([...idsOf(texts)]).toEqual(['page', 'q']);
});

test('a file that can’t be read has none, and a lock may have spaces', () => {
  expect([...usedIds({ paths: ['a.md', 'course.lock.yaml'], text: () => undefined })]).toEqual([]);
  const lock = '"pages" : [ "quai", "voie" ], { "id" : "q1" }, "pages":["gare"]';
  const found = idsOf({ 'course.lock.yaml': lock });
  expect(['quai', 'voie', 'q1', 'gare'].filter((id) => !found.has(id))).toEqual([]);
});

test('ids are free, those of the lock too, and references follow', () => {
  const files = new Map([
    ['a.md', ':::choice{#question points=2}\n:::\n# P {#page}'],
    ['course.lock.yaml', 'modules: { m: { activities: { question-2: {} } } }'],
  ]);
  const used = usedIds({ paths: [...files.keys()], text: (path) => files.get(path) });
  expect([freeId('question', used), freeId('m', used)]).toEqual(['question-3', 'm-2']);
  const lines = ':::open-question{#question}\nx\n:::\n\n:::recap{#page}\n## A {of=question}\n:::';
  expect(withFreshIds(lines, used)).toBe(':::open-question{#question-3}\nx\n:::\n\n:::recap{#page-2}\n## A {of=question-3}\n:::');
});

test('a free id stays; a taken one gets the first free number', () => {
  expect(freeId('four', new Set())).toBe('four');
  expect(freeId('four-1', new Set())).toBe('four-1');
  expect(freeId('four', new Set(['four']))).toBe('four-2');
  expect(freeId('four-1', new Set(['four-1']))).toBe('four-2');
  expect(freeId('four-2', new Set(['four-2', 'four-3']))).toBe('four-4');
  expect([freeId('four-1-a', new Set(['four-1-a'])), freeId('four-10', new Set(['four-10']))]).toEqual(['four-1-a-2', 'four-2']);
});

test('only ids that are taken change, with what refers to them and nothing that only looks alike', () => {
  const lines = ':::choice{#a points=2}\na, #a et « a »\n:::\n\n::recap{#r of="a; b" cards=a-b}\n:::choice{#b}\n:::\n';
  expect(withFreshIds(lines, new Set(['a']))).toBe(lines.replace('{#a ', '{#a-2 ').replace('"a; b"', '"a-2; b"'));
  expect(withFreshIds(lines, new Set())).toBe(lines);
  const second = ':::choice{#b}\n:::\n\n::recap{#r of="a; b"}\n::recap{#s of="a;b"}\n::recap{#t of="b; a"}\n';
  expect(withFreshIds(second, new Set(['b']))).toBe(second.replace('#b', '#b-2').replaceAll(/b(?=["; ]+)/g, 'b-2'));
  expect(withFreshIds(':::choice{#a}\n:::\n:::choice{#a-2}\n:::', new Set(['a']))).toBe(':::choice{#a-3}\n:::\n:::choice{#a-2}\n:::');
});

test('two ids never become one', () => {
  const lines = ':::choice{#a}\n:::\n:::choice{#a-1}\n:::';
  expect(withFreshIds(lines, new Set(['a', 'a-1']))).toBe(':::choice{#a-2}\n:::\n:::choice{#a-3}\n:::');
});

test('what only looks like a directive within a line gets no other id', () => {
  const lines = 'Écrivez :::choice{#a} ici.\n ::video{#a}\n:::{#a}\n';
  expect(withFreshIds(lines, new Set(['a']))).toBe(lines);
});

test('a directive of any number of colons gets a new id, also after one whose id is free', () => {
  const lines = ':::choice{#a}\n:::\n::video{#b}\n::::quiz{#c}\n::::\n';
  expect(withFreshIds(lines, new Set(['b', 'c']))).toBe(lines.replace('#b', '#b-2').replace('#c', '#c-2'));
});
