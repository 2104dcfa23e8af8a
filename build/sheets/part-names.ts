import type { Slot } from '../../src/model/interaction.ts';
import { plainHtml } from '../markdown/plain-html.ts';
import { typography } from '../markdown/typography.ts';

/** A member of a body form's list: a choice, a pair, an item, a step, a group. */
interface Named {
  readonly token?: unknown;
  readonly text?: string;
  readonly title?: string;
  readonly left?: string;
  readonly leftText?: string;
  readonly feedback?: string;
}

/** What the tokens of an activity's answers stand for, in the order of the text. */
export interface PartNames {
  /** Tokens that an answer lists, or the first halves of its pairs. */
  readonly near: ReadonlyMap<string, string>;
  /** Second halves: where something is put. */
  readonly far: ReadonlyMap<string, string>;
  /** The part that a part stands in, where there is one: the scene of a decision. */
  readonly within: ReadonlyMap<string, string>;
  /** HTML that is said once a part was chosen or judged. */
  readonly feedback: ReadonlyMap<string, string>;
}

/** Members of the forms that say where something is put. */
const PLACES = ['targets', 'groups', 'labels'];

const known = new WeakMap<object, PartNames>();

type Names = { readonly [Key in keyof PartNames]: Map<string, string> };

/** What a list stands in: its name, and its token where it has one. */
interface Outer {
  readonly name: string;
  readonly token?: string;
}

/** The texts of choices and levels are as their author typed them; those of the other forms are set already. */
function nameOf(key: string, { leftText, text, title }: Named, lang: string): string {
  const name = leftText ?? text ?? plainHtml(title ?? '');
  return key === 'choices' || key === 'levels' ? typography(name, lang) : name;
}

/** The cells of a grid have names, those of a table are named by their row and hold what its blanks say. */
function isPlace(key: string, part: Named, name: string): boolean {
  return PLACES.includes(key) || (key === 'cells' && name !== '') || (key === 'blanks' && 'answer' in part);
}

function gather(key: string, list: readonly Named[], outer: Outer, lang: string, names: Names): void {
  for (const [index, part] of list.entries()) {
    if (typeof part !== 'object' || part === null) continue;
    const name = nameOf(key, part, lang);
    const token = typeof part.token === 'string' ? part.token : undefined;
    // A row without a left cell is a lure: nothing is asked of it.
    if (token !== undefined && (key !== 'pairs' || part.left !== undefined)) {
      (isPlace(key, part, name) ? names.far : names.near).set(token, name || outer.name || String(index + 1));
      if (outer.token !== undefined) names.within.set(token, outer.token);
      if (part.feedback !== undefined) names.feedback.set(token, part.feedback);
    }
    for (const inner of Object.keys(part)) {
      const member = (part as Readonly<Record<string, unknown>>)[inner];
      if (Array.isArray(member)) gather(inner, member, { name, ...(token !== undefined && { token }) }, lang, names);
    }
  }
}

/** Reads the names from an activity's options, whichever form made them. */
export function partNames(options: object, lang: string): PartNames {
  const before = known.get(options);
  if (before) return before;
  const names: Names = { near: new Map(), far: new Map(), within: new Map(), feedback: new Map() };
  for (const [key, list] of Object.entries(options)) if (Array.isArray(list)) gather(key, list, { name: '' }, lang, names);
  known.set(options, names);
  return names;
}

/**
 * The parts that may answer a slot: those that stand in the part that it asks of, or, where none does, all that are not asked of
 * themselves. The levels of a scale answer each of its lines, the decisions of a scene that scene alone.
 */
export function answersOf(names: PartNames, slot: Slot, slots: readonly Slot[]): ReadonlyMap<string, string> {
  const all = [...names.near];
  const inside = all.filter(([token]) => slot.part !== undefined && names.within.get(token) === slot.part);
  const asked = new Set(slots.map(({ part }) => part));
  return new Map(inside.length > 0 ? inside : all.filter(([token]) => !asked.has(token)));
}
