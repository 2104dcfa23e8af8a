/**
 * Rounds a percentage for display, but never up to a pass mark that it doesn't reach, nor up to 100.
 * @param percent 0..100
 * @param mark pass mark in percent, if there is one
 */
export function wholePercent(percent: number, mark = 100): number {
  const near = Math.round(percent);
  return (percent < mark && near >= mark) || (percent < 100 && near === 100) ? near - 1 : near;
}
