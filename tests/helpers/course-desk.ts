import { act } from 'preact/test-utils';
import { CourseDesk } from '../../build/studio/course/desk.ts';
import type { Checked, CourseFacts, Problem } from '../../build/studio/engine/calls.ts';
import { field, settled } from './drawn.ts';
import { type Answers, NOTHING, type OpenStudio, openStudio } from './open-studio.ts';

/** The settings of a course in memory. */
export interface OpenDesk extends OpenStudio {
  readonly desk: CourseDesk;
  /** Returns the text of a file; undefined if there is none. @param path in the course's folder */
  text(path: string): string | undefined;
}

/** Opens the settings of the course `modules/four`. @param texts by path in its folder @param checked what the check finds */
export async function openDesk(
  texts: Readonly<Record<string, string>>,
  checked: Partial<Checked> = {},
  answers: Answers = {},
): Promise<OpenDesk> {
  const all = { ...NOTHING, ...checked };
  const open = await openStudio(texts, { open: () => all, change: () => all, portraits: () => [], ...answers });
  return { ...open, desk: new CourseDesk(open.studio), text: (path) => open.studio.project.text(`modules/four/${path}`) };
}

/** Describes a problem in a file of the course `modules/four`. */
export function problemAt(path: string, line: number, column: number, problem: string, severity: Problem['severity'] = 'error'): Problem {
  return { severity, code: 'x', path: `modules/four/${path}`, line, column, problem, write: '', values: {} } as never;
}

/** Describes a course whose sessions have these titles, by id. */
export function factsOf(sessions: readonly Partial<CourseFacts['sessions'][number]>[]): CourseFacts {
  return { sessions, competencies: [] } as never;
}

/** Writes into a field and leaves it, and waits for what that does. */
export async function write(label: string | RegExp, value: string): Promise<void> {
  const control = field(label);
  await act(() => {
    control.value = value;
    for (const kind of ['input', 'blur']) control.dispatchEvent(new Event(kind, { bubbles: kind === 'input' }));
  });
  await settled();
}
