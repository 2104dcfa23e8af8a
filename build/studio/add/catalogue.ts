import type { TypeFacts } from '../engine/calls.ts';
import groups from './groups.json' with { type: 'json' };

/** Groups of types by what a trainer wants to do, in the order of the dialog. */
export const GROUPS: Readonly<Record<GroupName, readonly string[]>> = groups;

export type GroupName = keyof typeof groups;

/** A group with the types that there are. */
export interface Group {
  readonly name: GroupName;
  readonly types: readonly TypeFacts[];
}

/** Returns a text in small letters without accents, to compare. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
}

/** Groups all types; those that no group names come after its kind: activities are checked, blocks are shown. */
export function grouped(types: readonly TypeFacts[]): Group[] {
  const known = new Set<string>(Object.values(GROUPS).flat());
  const others = types.filter(({ name }) => !known.has(name));
  return (Object.keys(GROUPS) as GroupName[]).map((name) => {
    const own = GROUPS[name].flatMap((one) => types.find((type) => type.name === one) ?? []);
    const more = others.filter(({ kind }) => name === (kind === 'activity' ? 'check' : 'show'));
    return { name, types: [...own, ...more] };
  });
}

/** Keeps the types whose words contain all those that are looked for. @param wordsOf all that is written about a type */
export function found(groups: readonly Group[], search: string, wordsOf: (type: TypeFacts) => string): Group[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return groups
    .map(({ name, types }) => ({
      name,
      types: types.filter((type) => {
        const words = plain(wordsOf(type));
        return wanted.every((one) => words.includes(one));
      }),
    }))
    .filter(({ types }) => types.length > 0);
}
