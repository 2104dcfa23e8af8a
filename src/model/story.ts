/** What a story remembers of the decisions taken, by name: whole numbers. */
export type Values = Readonly<Record<string, number>>;

/** What a decision does to a value: adds to it (a negative number takes away), or sets it. */
export type Change = readonly [name: string, how: '+' | '=', by: number];

/** What a value must be for a decision to be offered. */
export type Need = readonly [name: string, sign: '<' | '<=' | '=' | '!=' | '>=' | '>', than: number];

/** A decision in a scene, as far as it leads on. */
export interface Decision {
  readonly changes?: readonly Change[];
  /** All of them. */
  readonly needs?: readonly Need[];
}

/** The values after a decision. */
export function changed(values: Values, { changes = [] }: Decision): Values {
  const after: Record<string, number> = { ...values };
  for (const [name, how, by] of changes) after[name] = how === '+' ? (after[name] ?? 0) + by : by;
  return after;
}

/** Is a decision offered where the values are these? */
export function isOffered(values: Values, { needs = [] }: Decision): boolean {
  return needs.every(([name, sign, than]) => {
    const value = values[name] ?? 0;
    if (value === than) return sign.endsWith('=') && sign !== '!=';
    return sign === '!=' || sign.startsWith(value < than ? '<' : '>');
  });
}
