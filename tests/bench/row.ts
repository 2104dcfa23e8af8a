/** One measured number and what it must reach. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value must not be above it. */
  readonly limit: number;
  readonly ok: boolean;
}

/** A row; it is judged before it is rounded. */
export function row(name: string, value: number, unit: string, limit: number): Row {
  return { name, value: Math.round(value * 100) / 100, unit, limit, ok: value <= limit };
}
