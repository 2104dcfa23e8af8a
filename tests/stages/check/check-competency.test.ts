import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkCompetency } from '../../../build/stages/check/check-competency.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';

test.each<[string, boolean, string | undefined]>([
  ['freiner', true, undefined],
  ['rouler', true, undefined],
  ['frener', false, 'freiner'],
  ['xyz', false, ''],
  ['freiner, rouler', false, 'freiner; rouler'],
  ['freiner rouler', false, 'freiner; rouler'],
])('%s', (id, known, near) => {
  const diagnostics = new Diagnostics();
  const course = { competencies: [{ id: 'freiner' }, { id: 'rouler' }] };
  const at = { file: 'rames.md', line: 3, column: 1 };
  expect(checkCompetency(id, at, { course, diagnostics } as unknown as CourseContext)).toBe(known);
  expect(diagnostics.list.map(({ code, at: { line }, values }) => [code, line, values])).toEqual(
    known ? [] : [['unknown-competency', 3, { id, near }]],
  );
});
