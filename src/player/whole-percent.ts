/**
 * A percentage as it is shown, in whole numbers: rounded, but never up to a mark that it does not reach, nor to all.
 * @param percent 0..100
 * @param mark the pass mark where there is one, in percent
 */
export function wholePercent(percent: number, mark = 100): number {
  const near = Math.round(percent);
  return (percent < mark && near >= mark) || (percent < 100 && near === 100) ? near - 1 : near;
}
