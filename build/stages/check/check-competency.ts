import type { Position } from '../../diagnostics/diagnostics.ts';
import { nearest, nearestList } from '../../diagnostics/nearest.ts';
import type { CourseContext } from './context.ts';

/** Reports a competency that the course doesn't have; true if it has it. */
export function checkCompetency(id: string, at: Position, { course, diagnostics }: CourseContext): boolean {
  const known = course.competencies.map((competency) => competency.id);
  if (known.includes(id)) return true;
  diagnostics.error('unknown-competency', at, { id, near: nearestList(id, known) || nearest(id, known) });
  return false;
}
