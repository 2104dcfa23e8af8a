import type { Path } from '../../engine/calls.ts';
import type { Language } from '../../strings.ts';

/** The author's choices for a new course. */
export interface NewCourse {
  /** Name of its folder and its id in packages: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly lang: Language;
}

/** Place that keeps a new course. `served` is the folder that `cartable studio` serves. */
export type Place = 'browser' | 'folder' | 'served';

/** Files of a new course by their path in its folder. */
export type CourseFiles = ReadonlyMap<Path, string>;

/** Parts of `course.yaml` that differ between templates. */
interface CourseParts {
  readonly competencies?: readonly string[];
  readonly people?: readonly string[];
  readonly sessions: readonly string[];
}

function list(key: string, items: readonly string[] = []): string {
  return items.length === 0 ? '' : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`;
}

/** Makes `course.yaml`. A JSON string is a valid YAML value. */
export function courseText({ id, title, lang }: NewCourse, { competencies, people, sessions }: CourseParts): string {
  return `id: ${id}
title: ${JSON.stringify(title)}
lang: ${lang}
targets: [scorm12]
${list('competencies', competencies)}${list('people', people)}modules: [${sessions.join(', ')}]
`;
}
