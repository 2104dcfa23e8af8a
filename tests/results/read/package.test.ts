import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPackage } from '../../../build/results/read/package.ts';

const read = (text: string | undefined) =>
  readPackage(zipSync(text === undefined ? { a: strToU8('a') } : { 'cartable.json': strToU8(text) }), 'a.zip');

test('a description, with defaults for what older packages lack', () => {
  expect(read('{"course":"pain","content":"d"}')).toEqual({
    file: 'a.zip',
    course: 'pain',
    content: 'd',
    courseTitle: '',
    organisation: '',
    cohort: '',
    sessions: [],
  });
  const sessions = [
    { id: 's', title: 'S', pass: 60, competencies: [{ id: 'c', title: 'C' }], pages: [{ id: 'p', title: 'P', further: true }] },
    { id: 't', title: 'T', pages: [{ id: 'q', title: 'Q', minutes: 5 }] },
  ];
  expect(read(JSON.stringify({ course: 'pain', content: 'd', cohort: 'nord', sessions }))).toMatchObject({
    cohort: 'nord',
    sessions: [
      {
        id: 's',
        title: 'S',
        minutes: 0,
        pass: 60,
        competencies: [{ id: 'c', title: 'C' }],
        pages: [{ id: 'p', title: 'P', minutes: 0, further: true }],
      },
      { id: 't', title: 'T', minutes: 0, competencies: [], pages: [{ id: 'q', title: 'Q', minutes: 5 }] },
    ],
  });
});

test('other zips have none', () => {
  expect([
    read(undefined),
    read('{'),
    read('{"course":"pain"}'),
    read('{"content":"d"}'),
    read('{"course":"pain","content":"d","sessions":[{}]}'),
  ]).toEqual(Array(5).fill(undefined));
  expect(() => readPackage(strToU8('no zip'), 'a.zip')).toThrow();
});
