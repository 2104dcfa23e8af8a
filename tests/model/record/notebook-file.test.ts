import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/model/course/activity.ts';
import { ownWords } from '../../../src/model/course/own-words.ts';
import { LARGEST_NOTEBOOK, type NotedAnswer, readNotebookFile, writeNotebookFile } from '../../../src/model/record/notebook-file.ts';

const owner = { course: 'boulangerie', learner: 'k3x9a' };
const noted = new Map<string, NotedAnswer>([
  ['levain', { title: 'Le levain ?', answer: 'Une bulle.' }],
  ['avant', { title: 'Où ?', answer: { levels: { a: 'b' } } }],
]);
const text = writeNotebookFile(owner, noted, 'Carnet du cours.');
const problem = (given: string, of = owner): string => {
  const reading = readNotebookFile(given, of);
  return 'problem' in reading ? reading.problem : '';
};
const changed = (more: object): string => JSON.stringify({ ...JSON.parse(text), ...more });

describe('a notebook file', () => {
  it('is read back as it was written, and describes itself', () => {
    expect(readNotebookFile(text, owner)).toEqual({ noted });
    expect(text.split('\n').slice(0, 3)).toEqual(['{', ' "format": "cartable-notebook",', ' "version": 1,']);
    expect(JSON.parse(text)).toMatchObject({ format: 'cartable-notebook', version: 1, about: 'Carnet du cours.', course: 'boulangerie' });
  });

  it.each([
    ['cut', text.slice(0, 90), 'unreadable'],
    ['empty', '', 'unreadable'],
    ['something else', '{"a":1}', 'unreadable'],
    ['no object', 'null', 'unreadable'],
    ['in another format', changed({ format: 'cartable' }), 'unreadable'],
    ['without answers', changed({ answers: null }), 'unreadable'],
    ['of a later version', changed({ version: 2 }), 'newer'],
    ['of a version before the first', changed({ version: -5 }), 'unreadable'],
    ['of version 0', changed({ version: 0 }), 'unreadable'],
    ['of a version that is no whole number', changed({ version: 1.5 }), 'unreadable'],
    ['of a version in words', changed({ version: '1' }), 'unreadable'],
    ['of another course', changed({ course: 'tramway' }), 'course'],
    ['of another learner', changed({ learner: 'zzzzz' }), 'learner'],
    ['of nobody', changed({ learner: '' }), 'learner'],
    ['of another learner in another course', changed({ course: 'tramway', learner: 'zzzzz' }), 'course'],
    ['huge', `${text}${' '.repeat(LARGEST_NOTEBOOK)}`, 'large'],
    ['bottomless', '['.repeat(900_000), 'unreadable'],
  ])('is refused where it is %s', (_, given, why) => expect(problem(given)).toBe(why));

  it('is read up to its greatest length, and refused at one sign more', () => {
    const full = text.padEnd(LARGEST_NOTEBOOK);
    expect([problem(full), problem(`${full} `)]).toEqual(['', 'large']);
  });

  it('holds lists four deep, and no deeper', () => {
    const answers = { levain: { title: '', answer: [[[['x', 1, true, null]]]] }, four: { title: '', answer: [[[[['x']]]]] } };
    const reading = readNotebookFile(changed({ answers }), owner);
    expect('noted' in reading && [...reading.noted.keys()]).toEqual(['levain']);
  });

  it('leaves out values that are not answers', () => {
    const deep = { title: '', answer: [[[[['x']]]]] };
    const answers = {
      levain: noted.get('levain'),
      'le-pain-2': noted.get('avant'),
      '2-pains': noted.get('avant'),
      Pain: noted.get('avant'),
      paiN: noted.get('avant'),
      'Le Levain': noted.get('levain'),
      '../x': 1,
      'levain/x': noted.get('levain'),
      four: null,
      puits: deep,
      sans: { title: '' },
      titre: { answer: 'x' },
      chiffre: { title: 3, answer: 'x' },
    };
    const reading = readNotebookFile(changed({ answers }).replace('"four"', '"__proto__":{"title":"","answer":"x"},"four"'), owner);
    expect('noted' in reading && [...reading.noted.keys()]).toEqual(['levain', 'le-pain-2']);
  });

  it('keeps answers of all kinds, even empty ones', () => {
    const given = { a: '', b: 0, c: false, d: null, e: [], f: {}, g: true, h: 2 };
    const answers = Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { title: '', answer }]));
    expect(readNotebookFile(changed({ answers }), owner)).toEqual({ noted: new Map(Object.entries(answers)) });
  });

  it('never throws, and its texts can always be shown', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((answers) => changed({ answers: { levain: { title: '', answer: JSON.parse(answers) } } })),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const reading = readNotebookFile(given, owner);
        for (const { answer } of 'noted' in reading ? reading.noted.values() : [])
          expect(ownWords(answer, {}).every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });
});

describe('own words', () => {
  const options = { min: 1, fields: [{ token: 'a', text: 'Le pain' }, { token: 'b' }], branches: [null, { token: 'c', text: 'La nuit' }] };

  it.each<[Answer, [name: string, text: string][]]>([
    [' Une bulle.\n', [['', 'Une bulle.']]],
    [['farine', '', 'eau'], [['', 'farine, eau']]],
    [
      { a: 'Le matin.', b: ' ', c: 'Le soir.' },
      [
        ['Le pain', 'Le matin.'],
        ['La nuit', 'Le soir.'],
      ],
    ],
    [{ a: ['levain, mûr', '\tfarine'], c: [] }, [['Le pain', 'levain, mûr; farine']]],
    [{ b: 'Sans nom.', partie: { x: 'Perdue.' } }, ['Sans nom.', 'Perdue.'].map((text) => ['', text])],
    [null, []],
    [12, []],
  ])('of %j', (answer, words) => expect(ownWords(answer, options).map(({ name, text }) => [name, text])).toEqual(words));

  it('have no name if the question is unknown', () => {
    expect(ownWords({ a: 'Le matin.' })).toEqual([{ name: '', text: 'Le matin.' }]);
  });
});
