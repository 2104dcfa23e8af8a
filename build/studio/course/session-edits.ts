import { sessionText } from '../../cli/skeletons.ts';
import { membersOf, textIn } from './course-value.ts';
import type { CourseDesk } from './desk.ts';
import { freeId } from './free-id.ts';
import { editFront, frontOf } from './front-text.ts';
import { addItem, setValue } from './yaml-edit.ts';
import { yamlValue } from './yaml-text.ts';

/** Adds a session with a short text at the end of the course. */
export function addSession(desk: CourseDesk, title: string): void {
  const { lang, modules } = desk.course.value;
  const isTaken = (id: string): boolean => modules.includes(id) || desk.studio.project.bytes(desk.sessionPath(id)) !== undefined;
  const id = freeId(title, lang === 'fr' ? 'seance' : 'session', isTaken);
  // The text first: a session that is listed without one would be a mistake.
  desk.studio.edit(desk.sessionPath(id), sessionText({ id, title }, lang));
  desk.edit(desk.yamlPath, (text) => addItem(text, ['modules'], id));
}

/** Title in the front matter of a text. */
export function titleOf(text: string, fallback: string): string {
  return textIn(membersOf(yamlValue(frontOf(text))).title, fallback);
}

export function setTitle(desk: CourseDesk, id: string, title: string): void {
  desk.edit(desk.sessionPath(id), (text) => editFront(text, (front) => setValue(front, ['title'], title)));
}

/** Lists sessions that have a text and are not in the course. */
export function unlisted(desk: CourseDesk): string[] {
  const { modules } = desk.course.value;
  return [...desk.texts.value].flatMap(([path, text]) => {
    const id = textIn(membersOf(yamlValue(frontOf(text))).id);
    return id !== '' && path === desk.sessionPath(id) && !modules.includes(id) ? [id] : [];
  });
}
