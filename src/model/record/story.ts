/** Values of a story after the decisions taken: whole numbers by name. */
export type Values = Readonly<Record<string, number>>;

/** Effect of a decision on a value: adds to it (or subtracts, if negative), or sets it. */
export type Change = readonly [name: string, how: '+' | '=', by: number];

/** Condition on a value for a decision to be offered. */
export type Need = readonly [name: string, sign: '<' | '<=' | '=' | '!=' | '>=' | '>', than: number];

/** Decision in a scene: the values that it needs and changes. */
export interface Decision {
  readonly changes?: readonly Change[];
  /** All of them must hold. */
  readonly needs?: readonly Need[];
}

/** Returns the values after a decision. */
export function changed(values: Values, { changes = [] }: Decision): Values {
  const after: Record<string, number> = { ...values };
  for (const [name, how, by] of changes) after[name] = how === '+' ? (after[name] ?? 0) + by : by;
  return after;
}

/** Returns true if a decision is offered with these values. */
export function isOffered(values: Values, { needs = [] }: Decision): boolean {
  return needs.every(([name, sign, than]) => {
    const value = values[name] ?? 0;
    if (value === than) return sign.endsWith('=') && sign !== '!=';
    return sign === '!=' || sign.startsWith(value < than ? '<' : '>');
  });
}
