import { expect, it } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { hasMergeMarks } from '../../build/files/merge-marks.ts';

function lineOf(text: string): number | undefined {
  const diagnostics = new Diagnostics();
  const found = hasMergeMarks(text, 'rames.md', diagnostics);
  expect(found).toBe(diagnostics.failed);
  expect(diagnostics.list.map(({ code, at }) => ({ code, ...at, line: 0 }))).toEqual(
    found ? [{ code: 'merge-marks', file: 'rames.md', line: 0, column: 1 }] : [],
  );
  return diagnostics.list[0]?.at.line;
}

it('finds the first line of an unfinished merge', () => {
  expect(lineOf('Un.\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n')).toBe(2);
  expect(lineOf('Un.\n>>>>>>> autre\n')).toBe(2);
  expect(lineOf('<<<<<<< HEAD\n>>>>>>> autre\n')).toBe(1);
  expect([lineOf('>>>>>>>'), lineOf('<<<<<<<<'), lineOf('>>>>>>>x')]).toEqual([1, undefined, undefined]);
});

it('lets an example in a code block, or in a line, be text', () => {
  expect(lineOf('```\n<<<<<<< HEAD\n```\n')).toBeUndefined();
  expect(lineOf('Voir <<<<<<< HEAD.\n')).toBeUndefined();
  expect(lineOf('```\nUn.\n```\n<<<<<<< HEAD\n')).toBe(4);
  expect(lineOf('   ```js\n<<<<<<< HEAD\n``` x\n<<<<<<< HEAD\n````  \n>>>>>>> autre\n')).toBe(6);
  expect(lineOf('    ```\n<<<<<<< HEAD\n')).toBe(2);
  expect(lineOf('~~~\n<<<<<<< HEAD\n~~~\n>>>>>>> autre\n')).toBe(4);
  expect([lineOf('~~\n>>>>>>> autre\n~~\n'), lineOf('``\n>>>>>>> autre\n``\n')]).toEqual([2, 2]);
  expect(lineOf('~~~~\n```\n~~~\n<<<<<<< HEAD\n~~~~\n')).toBeUndefined();
});
