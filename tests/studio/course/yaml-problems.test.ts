import { expect, test } from 'vitest';
import { problemsAt } from '../../../build/studio/course/yaml-problems.ts';
import type { Problem } from '../../../build/studio/engine/calls.ts';

test('problems are shown at the key that they are about', () => {
  const text = 'title: A\nthemes: { accent: "#fff", logo: x }\npeople:\n  - { id: A1 }\n';
  const problem = { severity: 'error', code: 'bad-value', path: 'course.yaml', problem: '', write: '', values: {} } as const;
  const all = [
    { ...problem, line: 2, column: 11 },
    { ...problem, line: 4, column: 7 },
  ];
  expect(problemsAt(text, all, ['themes', 'accent'])).toEqual([all[0]]);
  expect(problemsAt(text, all, ['themes', 'logo'])).toEqual([]);
  expect(problemsAt(text, all, ['people', 0])).toEqual([all[1]]);
  expect(problemsAt(text, all, ['title'])).toEqual([]);
});

test('a problem belongs to a key from its first character to just behind its value', () => {
  const text = 'a: 12\nb: 3\n';
  const at = (line: number, column: number) => ({ line, column }) as unknown as Problem;
  const all = [at(1, 1), at(1, 6), at(2, 1), at(2, 5), at(2, 6), at(9, 1), at(9, 3)];
  expect(problemsAt(text, all, ['a'])).toEqual([all[0], all[1]]);
  expect(problemsAt(text, all, ['b'])).toEqual([all[2], all[3]]);
});

test('a text with an error, and a key that is not there, have no places', () => {
  const all = [{ line: 1, column: 1 } as unknown as Problem];
  expect([problemsAt('a: [b', all, ['a']), problemsAt('a: 1\n', all, ['b']), problemsAt('a: 1\n', [], ['a'])]).toEqual([[], [], []]);
});
