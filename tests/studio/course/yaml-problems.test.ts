import { expect, test } from 'vitest';
import { problemsAt } from '../../../build/studio/course/yaml-problems.ts';

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
