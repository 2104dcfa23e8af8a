import { expect, test } from 'vitest';
import { filesOf } from '../../../build/studio/forms/choices-of.ts';

test('files are found by their names inside the course', () => {
  const paths = ['modules/a/banks/first.md', 'modules/a/session.md', 'modules/a/assets/b.png', 'modules/b/banks/other.md'];
  const studio = { course: 'modules/a', project: { paths } };
  const editing = { session: { studio } } as unknown as Parameters<typeof filesOf>[0];
  expect(filesOf(editing, /^banks\/.*\.md$/i)).toEqual(['banks/first.md']);
  expect(filesOf(editing, /\.png$/i)).toEqual(['assets/b.png']);
});
