/**
 * Returns a list in random order (Fisher and Yates).
 * @param random 0 ≤ x < 1
 */
export function shuffled<T>(list: readonly T[], random: () => number = Math.random): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
