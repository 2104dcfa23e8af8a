import { expect, test } from 'vitest';
import { blanks } from '../../build/stages/check/forms/blanks.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: blanks, scored: true });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { mode: 'type' }],
  [{ distractors: 'sel; eau' }, { mode: 'type', distractors: ['sel', 'eau'] }],
  [
    { mode: 'list', accents: 'strict' },
    { mode: 'list', accents: 'strict' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ mode: 'free' }], [{ accents: 'no' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ blanks: [{ accepted: ['four'] }], distractors: false }, []],
  [{ blanks: [], distractors: true }, [['error no-blank']]],
  [{ blanks: [{ accepted: ['four'] }], words: [] }, [['error too-few-words']]],
  [
    { blanks: [{ accepted: ['four ; mie'] }, { accepted: ['sel'] }] },
    [['warning one-long-answer', { answer: 'four ; mie', fit: '[[four / mie]]' }]],
  ],
  [{ blanks: [{ accepted: ['four ; mie'] }], words: ['a', 'b'] }, []],
  [
    { blanks: [{ accepted: ['four ; mie'] }, { accepted: ['sel'] }, { accepted: ['eau ; lait'] }], distractors: true },
    [
      ['warning one-long-answer', { answer: 'four ; mie', fit: '[[four / mie]]' }],
      ['warning one-long-answer', { answer: 'eau ; lait', fit: '[[eau / lait]]' }],
      ['warning distractors-unused'],
    ],
  ],
  [{ blanks: [], words: ['four', 'mie'] }, [['error no-blank']]],
  [{ blanks: [{ accepted: ['four'] }], words: ['four'] }, [['error too-few-words']]],
  [{ blanks: [{ accepted: ['four'] }], words: ['four', 'mie'], distractors: true }, []],
  [{ blanks: [{ accepted: ['four'] }], distractors: true }, [['warning distractors-unused']]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
