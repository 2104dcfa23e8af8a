import type { CourseValue } from './course-value.ts';
import { membersOf, textIn, textsIn } from './course-value.ts';
import { frontOf } from './front-text.ts';
import { plainAt } from './yaml-plain.ts';
import { type YamlPath, yamlValue } from './yaml-text.ts';

/** A setting that a cohort may have of its own. */
export interface CohortRow {
  readonly kind: 'tags' | 'variable' | 'accent' | 'logo' | 'module-title' | 'pass' | 'duration' | 'completion';
  /** Path in the cohort's file. */
  readonly path: YamlPath;
  /** Name of a variable, or id of a session. */
  readonly name: string;
  /** Value in the course; '' if it has none. */
  readonly course: string;
  /** Value of the cohort; undefined if it follows the course. */
  readonly own: string | undefined;
}

/** Settings of a session that a cohort may change, with their kinds. */
const OF_SESSION = { pass: 'pass', duration: 'duration', title: 'module-title', completion: 'completion' } as const;

/** Reads the settings of a session. @param text its Markdown */
function frontMembers(text: string): Readonly<Record<string, unknown>> {
  return membersOf(yamlValue(frontOf(text)));
}

/**
 * Compares a cohort with its course, one row for each setting.
 * @param plain value of the cohort's file
 * @param texts of the sessions, by id
 */
export function cohortRows(plain: unknown, course: CourseValue, texts: ReadonlyMap<string, string>): CohortRow[] {
  const own = (path: YamlPath): string | undefined => {
    const value = plainAt(plain, path);
    return value === undefined || value === null ? undefined : textIn(value);
  };
  const variables = Object.entries(course.variables).map(([name, value]): CohortRow => {
    const path = ['variables', name];
    return { kind: 'variable', path, name, course: value, own: own(path) };
  });
  const tags = textsIn(membersOf(plain).tags);
  const sessions = course.modules.flatMap((id) => {
    const front = frontMembers(texts.get(id) ?? '');
    return Object.entries(OF_SESSION).map(([key, kind]): CohortRow => {
      const path = ['modules', id, key];
      return { kind, path, name: id, course: textIn(front[key]), own: own(path) };
    });
  });
  return [
    { kind: 'tags', path: ['tags'], name: '', course: '', own: tags.length > 0 ? tags.join(' ') : undefined },
    ...variables,
    { kind: 'accent', path: ['theme', 'accent'], name: '', course: course.accent, own: own(['theme', 'accent']) },
    { kind: 'logo', path: ['theme', 'logo'], name: '', course: course.logo, own: own(['theme', 'logo']) },
    ...sessions,
  ];
}

/** Tests whether a setting of a cohort is other than the course's. It may also be written and the same. */
export function differs({ own, course }: CohortRow): boolean {
  return own !== undefined && own !== course;
}
