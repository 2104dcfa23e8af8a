import { type CourseFiles, courseText, type NewCourse } from './template.ts';
import { ENGLISH_BANK, ENGLISH_TRAINING } from './training.en.ts';
import { FRENCH_BANK, FRENCH_TRAINING } from './training.fr.ts';

const COMPETENCIES = {
  fr: ['{ id: accueillir, title: Accueillir une personne }', '{ id: proteger, title: Protéger ce qu’elle confie }'],
  en: ['{ id: welcome, title: Welcome a person }', '{ id: protect, title: Protect what is confided }'],
} as const;

/** A course with one session, a bank of questions, a quiz that draws from it, and a pass mark. */
export function trainingCourse(course: NewCourse): CourseFiles {
  const [session, text, bank] =
    course.lang === 'fr' ? ['seance-1', FRENCH_TRAINING, FRENCH_BANK] : ['session-1', ENGLISH_TRAINING, ENGLISH_BANK];
  return new Map([
    ['course.yaml', courseText(course, { competencies: COMPETENCIES[course.lang], sessions: [session] })],
    [`${session}.md`, text],
    ['banks/questions.md', bank],
  ]);
}
