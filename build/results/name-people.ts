import { slug } from '../model/slug.ts';
import type { Listed } from './analyse/analyse.ts';
import type { Joined } from './join/join.ts';
import { countsOf, folded, type Person } from './join/people.ts';

function initialsOf(name: string): string {
  const letters = name.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.map((word) => `${word.charAt(0).toUpperCase()}.`) ?? [];
  return letters.join('\u00a0') || '?';
}

/** Numbers texts that occur several times, from the second occurrence on. */
function numbered(texts: readonly string[], format: (text: string, n: number) => string): string[] {
  const counts = countsOf(texts);
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const n = (seen.get(text) ?? 0) + 1;
    seen.set(text, n);
    return (counts.get(text) ?? 0) > 1 && n > 1 ? format(text, n) : text;
  });
}

/**
 * Lists everybody in a session, by name, with the file name of their sheet.
 * @param anonymous initials instead of names, no addresses, numbers in file names
 */
export function namePeople({ sessions }: Joined, anonymous: boolean): Listed {
  const all = new Set(sessions.flatMap(({ participations }) => participations.map(({ person }) => person)));
  const persons: Person[] = [...all].sort((a, b) => {
    const [one, two] = [folded(a.name), folded(b.name)];
    return one < two || (one === two && a.email < b.email) ? -1 : 1;
  });
  const names = anonymous
    ? numbered(
        persons.map(({ name }) => initialsOf(name)),
        (text, n) => `${text} (${n})`,
      )
    : persons.map(({ name }) => name);
  const slugs = anonymous ? persons.map((_, index) => String(index + 1).padStart(3, '0')) : persons.map(({ name }) => slug(name, 'x'));
  const sheets = numbered(slugs, (text, n) => `${text}-${n}`);
  const people = persons.map(({ email, isHomonym }, index) => ({
    name: names[index] ?? '',
    email: anonymous ? '' : email,
    homonym: isHomonym,
    sheet: `releve-${sheets[index]}.html`,
  }));
  return { people, indexOf: new Map(persons.map((person, index) => [person, index])) };
}
