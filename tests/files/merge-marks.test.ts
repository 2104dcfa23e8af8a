import { expect, it } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { hasMergeMarks } from '../../build/files/merge-marks.ts';

function lineOf(text: string): number | undefined {
  const diagnostics = new Diagnostics();
  const found = hasMergeMarks(text, 'rames.md', diagnostics);
  expect(found).toBe(diagnostics.failed);
  return diagnostics.list[0]?.at.line;
}

it('finds the first line of an unfinished merge', () => {
  expect(lineOf('Un.\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n')).toBe(2);
  expect(lineOf('Un.\n>>>>>>> autre\n')).toBe(2);
});

it('lets an example in a code block, or in a line, be text', () => {
  expect(lineOf('```\n<<<<<<< HEAD\n```\n')).toBeUndefined();
  expect(lineOf('Voir <<<<<<< HEAD.\n')).toBeUndefined();
  expect(lineOf('```\nUn.\n```\n<<<<<<< HEAD\n')).toBe(4);
  expect(lineOf('~~~~\n```\n~~~\n<<<<<<< HEAD\n~~~~\n')).toBeUndefined();
});
