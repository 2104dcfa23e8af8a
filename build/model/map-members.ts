/**
 * Copies plain data and changes each member; returns the data itself if nothing changes. It avoids `Object.entries`, because every
 * stage walks all options and the temporary pairs cost time.
 * @param change undefined leaves the member out
 */
export function mapMembers(value: object, change: (key: string, member: unknown) => unknown): Readonly<Record<string, unknown>> {
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  let copy: Record<string, unknown> | undefined;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const member = members[key];
    const changed = change(key, member);
    if (changed !== member) copy ??= before(members, keys, index);
    if (copy && changed !== undefined) copy[key] = changed;
  }
  return copy ?? members;
}

function before(members: Readonly<Record<string, unknown>>, keys: readonly string[], end: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (let index = 0; index < end; index++) copy[keys[index] as string] = members[keys[index] as string];
  return copy;
}

/** Maps the items of a list; returns the list itself if none changes. */
export function mapItems(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const items = list.map(change);
  return items.some((item, index) => item !== list[index]) ? items : list;
}
