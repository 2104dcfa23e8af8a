import { expect, test } from 'vitest';
import type { Problem } from '../../../build/studio/engine/problem.ts';
import { addIds, missingIds } from '../../../build/studio/prepare/missing-ids.ts';

function problem(path: string, line: number, suggestion: string, code = 'missing-id'): Problem {
  return { severity: 'error', code, path, line, column: 1, problem: '', write: '', values: { suggestion } };
}

const PROBLEMS = [
  problem('a.md', 2, 'x', 'other'),
  problem('a.md', 1, '{#le-pain}'),
  problem('a.md', 1, '{#le-pain}'),
  problem('a.md', 4, '#four'),
  problem('a.md', 9, 'x', 'other'),
];

test('finds each place without an id once', () => {
  expect([...missingIds(PROBLEMS)]).toEqual([
    [
      'a.md',
      [
        { line: 1, id: 'le-pain' },
        { line: 4, id: 'four' },
      ],
    ],
  ]);
});

test('writes the suggested ids and keeps every other byte', () => {
  const texts = new Map([['a.md', '# Le pain\r\n\r\ntexte\r\n:::choice{points=2}\r\n- [x] oui\r\n:::\r\n']]);
  const edits: [string, string][] = [];
  const studio = {
    project: { text: (path: string) => texts.get(path) },
    edit: (path: string, content: string | Uint8Array) => void edits.push([path, String(content)]),
  };
  texts.set('c.md', '# Le sel\n');
  addIds(studio, [...PROBLEMS, problem('gone.md', 1, '{#x}'), problem('c.md', 1, '{#le-sel}')]);
  expect(edits).toEqual([
    ['a.md', '# Le pain {#le-pain}\r\n\r\ntexte\r\n:::choice{#four points=2}\r\n- [x] oui\r\n:::\r\n'],
    ['c.md', '# Le sel {#le-sel}\n'],
  ]);
});
