import { expect, test } from 'vitest';
import { renameCompetency } from '../../../build/studio/course/rename-competency.ts';
import { SESSION } from '../../helpers/course-text.ts';

test('a competency is renamed in front matter and attributes, and nowhere else', () => {
  const text = `${SESSION}\nThe words c1 and "c1" stay.\n`.replaceAll('\n', '\r\n');
  const after = renameCompetency(text, 'c1', 'new');
  expect(after).toBe(text.replace('[c1, c10]', '[new, c10]').replace('competency="c1; c2"', 'competency="new; c2"'));
  expect(renameCompetency(text, 'c99', 'new')).toBe(text);
});
