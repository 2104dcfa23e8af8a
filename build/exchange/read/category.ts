/** Names that Moodle puts before the course's own categories. */
const ROOTS = /^(?:\$\w+\$|top)$/i;

/** Splits `$course$/top/Bread/Dough` at its slashes; a doubled slash is part of a name. */
export function categoryPath(text: string): string[] {
  const names = text
    .trim()
    .replace(/\/\//g, '\u0001')
    .split('/')
    .map((name) => name.replaceAll('\u0001', '/').trim());
  return names.filter((name, index) => name !== '' && !(index < 3 && ROOTS.test(name)));
}
