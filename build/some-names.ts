/** So many names of a list are shown. */
const MOST = 10;

/** The first names of a list, in their order; `…` where there are more. */
export function someNames(names: readonly string[]): string {
  const once = [...new Set(names)];
  return once.length <= MOST ? once.join(', ') : `${once.slice(0, MOST).join(', ')}…`;
}
