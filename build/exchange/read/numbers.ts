/** Largest number of decimals that a limit is rounded to. */
const DIGITS = 12;

/** Rounds to twelve digits, which hides errors of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** Parses a number as other tools write it: point or comma, exponent; undefined if it is none. */
export function readDecimal(text: string): number | undefined {
  const plain = text.trim().replace(/\s/g, '').replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) || 0 : undefined;
}

/** Makes a range of a value and its tolerance; undefined if one of them is no number. */
export function rangeAround(value: number | undefined, tolerance: number | undefined): { low: number; high: number } | undefined {
  if (value === undefined || tolerance === undefined) return undefined;
  const by = Math.abs(tolerance);
  return { low: rounded(value - by), high: rounded(value + by) };
}
