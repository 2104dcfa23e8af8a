/** Largest number of names shown. */
const MOST = 10;

/** Joins the first names of a list, in their order; `…` if there are more. */
export function someNames(names: readonly string[]): string {
  const once = [...new Set(names)];
  return once.length <= MOST ? once.join(', ') : `${once.slice(0, MOST).join(', ')}…`;
}
