/**
 * A copy of plain data's members, each changed. Without the pairs that `Object.entries` would make: options are copied at every
 * stage, and what is thrown away at once costs as much as what is kept.
 * @param change undefined leaves the member out
 */
export function mapMembers(value: object, change: (key: string, member: unknown) => unknown): Record<string, unknown> {
  const members = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  const keys = Object.keys(members);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const changed = change(key, members[key]);
    if (changed !== undefined) copy[key] = changed;
  }
  return copy;
}
