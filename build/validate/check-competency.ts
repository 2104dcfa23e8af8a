import type { Position } from '../diagnostics.ts';
import { nearest } from '../nearest.ts';
import type { CourseContext } from './context.ts';

/** Reports a competency that the course doesn't have. */
export function checkCompetency(id: string, at: Position, { course, diagnostics }: CourseContext): void {
  const known = course.competencies.map((competency) => competency.id);
  if (!known.includes(id)) diagnostics.error('unknown-competency', at, { id, near: nearest(id, known) });
}
