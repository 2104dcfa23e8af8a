import { writtenValue } from '../text/attributes.ts';
import { shownText } from '../text/raw-text.ts';
import { titleIn } from '../ui/sessions.ts';
import { sectionsIn } from './body-parts.ts';
import type { Editing } from './editing.ts';

/** A value with the words that stand for it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Lists the people of the course. */
export function personOptions({ session }: Editing): Option[] {
  return (session.studio.checked.value.course?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Lists the ids of the course's activities, those of the same session first. */
export function activityIds({ session }: Editing): string[] {
  const sessions = session.studio.checked.value.course?.sessions ?? [];
  const own = sessions.filter(({ path }) => path === session.path);
  const ids = (list: typeof sessions): string[] =>
    list.flatMap(({ pages }) => pages.flatMap(({ activities }) => activities.map(({ id }) => id)));
  const others = sessions.filter((one) => !own.includes(one));
  return [...ids(own), ...others.flatMap((one) => ids([one]).map((id) => `${one.id}/${id}`))];
}

/** Lists the names of the places of two axes, as a heading has them: `fort, faible`. */
export function cellsOf({ directive }: Editing): string[] {
  const [x, y] = ['x', 'y'].map((key) =>
    (writtenValue(directive.attributes, key) ?? '')
      .split(';')
      .slice(1)
      .map((word) => word.trim()),
  );
  return [...(y ?? [])].reverse().flatMap((up) => [...(x ?? [])].reverse().map((across) => `${across}, ${up}`));
}

/** Lists the scenes that a choice may lead to. */
export function sceneOptions(editing: Editing): Option[] {
  return sectionsIn(editing).flatMap(({ heading }) =>
    heading.id === '' ? [] : [{ value: heading.id, label: editing.text.slice(heading.title.from, heading.title.to) }],
  );
}

/** Returns an id that the text does not have. */
export function freshIdIn({ text }: Editing, base: string): string {
  let number = 1;
  while (text.includes(`#${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Lists files of the course by their names, as a text names them. */
export function filesOf({ session: { studio } }: Pick<Editing, 'session'>, names: RegExp): string[] {
  const start = `${studio.course}/`;
  const own = studio.project.paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  return own.filter((name) => names.test(name));
}

/** Returns the title of a text of the course, such as a bank; for another file, its name. */
export function titleOfFile({ session: { studio } }: Editing, name: string): string {
  const text = name.endsWith('.md') ? studio.project.text(`${studio.course}/${name}`) : undefined;
  return (text && titleIn(shownText(text))) || name.replace(/^assets\//, '');
}
