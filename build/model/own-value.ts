/** Looks up a name that an author chose. A plain lookup would find `constructor` in every object. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
