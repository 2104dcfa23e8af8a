import type { Checked, CourseFacts, Problem, SessionFacts } from '../../build/studio/engine/calls.ts';

/** Describes a problem in a text. */
export function problemOf(more: Partial<Problem> = {}): Problem {
  return { severity: 'error', code: 'x', path: 'modules/four/1.md', line: 1, column: 1, problem: 'Wrong.', write: '', values: {}, ...more };
}

/** Describes a session of the course `four`: `modules/four/NAME.md`. */
export function sessionOf(name: string, more: Partial<SessionFacts> = {}): SessionFacts {
  return { id: `id-${name}`, title: `Session ${name}`, path: `modules/four/${name}.md`, minutes: 10, pages: [], ...more };
}

/** Describes the course `four`. */
export function courseOf(sessions: readonly SessionFacts[], more: Partial<CourseFacts> = {}): CourseFacts {
  const none = { competencies: [], cohorts: [], people: [] };
  return { id: 'four', title: 'The oven', lang: 'en', sessions, targets: ['scorm12'], ...none, ...more };
}

/** Result of a check that could read a course. */
export function checkedAs(course: CourseFacts | null, problems: readonly Problem[] = []): Checked {
  return { problems, course, isCurrent: true };
}
