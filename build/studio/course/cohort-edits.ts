import type { Path } from '../engine/calls.ts';
import { membersOf, textIn } from './course-value.ts';
import type { CourseDesk } from './desk.ts';
import { freeId } from './free-id.ts';
import { setValue } from './yaml-edit.ts';
import { yamlValue } from './yaml-text.ts';

/** A cohort's file. */
export interface CohortText {
  readonly name: string;
  readonly path: Path;
  readonly title: string;
  /** Undefined: it can't be read. */
  readonly plain: unknown;
}

/** Lists the cohorts of the course, sorted by file. */
export function cohortTexts(desk: CourseDesk): CohortText[] {
  const paths = desk.filesIn('cohorts/').filter((path) => path.endsWith('.yaml'));
  return paths.map((path) => {
    const plain = yamlValue(desk.textOf(path));
    const name = path.replace(/^.*\//, '').replace(/\.yaml$/, '');
    return { name, path, title: textIn(membersOf(plain).title, name), plain };
  });
}

/** Makes a cohort, as a copy of another one or with nothing that differs. @returns its path, null if the other can't be copied */
export function addCohort(desk: CourseDesk, title: string, from: Path | null): Path | null {
  const folder = `${desk.studio.course}/cohorts/`;
  const isTaken = (id: string): boolean => desk.studio.project.bytes(`${folder}${id}.yaml`) !== undefined;
  const path = `${folder}${freeId(title, 'promotion', isTaken)}.yaml`;
  const text = setValue(from === null ? '' : desk.textOf(from), ['title'], title);
  if (text === null) return null;
  desk.studio.edit(path, text);
  return path;
}
