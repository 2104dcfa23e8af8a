import type { Html } from '../../src/model/course/activity.ts';
import type { Course } from '../model/built.ts';
import type { Cohort, CourseSource } from '../model/course.ts';
import { typography } from '../text/typography.ts';
import type { PapersInput } from './papers.ts';

/** Collects the other inputs of the guide, handout and statement. @param notes for the trainer, by page */
export function papersInput(
  { course: { value: file }, folder }: CourseSource,
  { course, cohort: named }: { readonly course: Course; readonly cohort: { readonly title: string } | undefined },
  cohort: Cohort | null,
  notes: Readonly<Record<string, readonly Html[]>>,
): PapersInput {
  const { contact } = { ...file.variables, ...cohort?.file.variables };
  return { course, cohort: named?.title, notes, contact: contact === undefined ? undefined : typography(contact, file.lang), folder };
}
