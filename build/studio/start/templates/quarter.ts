import { ENGLISH_QUARTER } from './quarter.en.ts';
import { FRENCH_QUARTER } from './quarter.fr.ts';
import { type CourseFiles, courseText, type NewCourse } from './template.ts';

const PEOPLE = {
  fr: [
    '{ id: amina, name: Amina, role: travailleuse sociale, colour: 1, face: { hair: bun, skin: tan, expression: calm, clothes: teal } }',
    '{ id: bruno, name: M. Bruno, role: locataire, colour: 2, face: { hair: crop, skin: light, beard: short, clothes: orange } }',
  ],
  en: [
    '{ id: amina, name: Amina, role: social worker, colour: 1, face: { hair: bun, skin: tan, expression: calm, clothes: teal } }',
    '{ id: bruno, name: Mr Bruno, role: tenant, colour: 2, face: { hair: crop, skin: light, beard: short, clothes: orange } }',
  ],
} as const;

/** A course with one session of a quarter of an hour: a scene, a question, three cards to sort. */
export function quarterCourse(course: NewCourse): CourseFiles {
  const session = course.lang === 'fr' ? 'seance-1' : 'session-1';
  const text = course.lang === 'fr' ? FRENCH_QUARTER : ENGLISH_QUARTER;
  return new Map([
    ['course.yaml', courseText(course, { people: PEOPLE[course.lang], sessions: [session] })],
    [`${session}.md`, text],
  ]);
}
