import type { Slot } from '../../src/model/record/interaction.ts';
import { plainHtml } from '../text/plain-html.ts';
import { typography } from '../text/typography.ts';

/** A member of a body form's list: a choice, a pair, an item, a step, a group. */
interface Named {
  readonly token?: unknown;
  readonly text?: string;
  readonly title?: string;
  readonly left?: string;
  readonly leftText?: string;
  readonly feedback?: string;
  readonly weight?: number;
}

/** Names for the tokens in an activity's answers, in the order of the text. */
export interface PartNames {
  /** Tokens in an answer, or the first halves of its pairs. */
  readonly near: ReadonlyMap<string, string>;
  /** Second halves of pairs: places. */
  readonly far: ReadonlyMap<string, string>;
  /** The part that contains a part, if any: the scene of a decision. */
  readonly within: ReadonlyMap<string, string>;
  /** HTML shown once a part was chosen or judged. */
  readonly feedback: ReadonlyMap<string, string>;
  /** Percent that a part is worth, where the author gives it. */
  readonly weight: ReadonlyMap<string, number>;
}

/** Members of forms that are places. */
const PLACES = ['targets', 'groups', 'labels'];

type Names = { readonly [Key in keyof PartNames]: PartNames[Key] extends ReadonlyMap<string, infer Value> ? Map<string, Value> : never };

/** Container of a list: its name, and its token if it has one. */
interface Outer {
  readonly name: string;
  readonly token?: string;
}

/** Names a part. Texts of choices and levels still need typography; those of the other forms have it already. */
function nameOf(key: string, { leftText, text, title }: Named, lang: string): string {
  const name = leftText ?? text ?? plainHtml(title ?? '');
  return key === 'choices' || key === 'levels' ? typography(name, lang) : name;
}

/** Tests whether a part is a place. Cells of a grid have names; those of a table are named by their row. */
function isPlace(key: string, part: Named, name: string): boolean {
  return PLACES.includes(key) || (key === 'cells' && name !== '') || (key === 'blanks' && 'answer' in part);
}

function gather(key: string, list: readonly Named[], outer: Outer, lang: string, names: Names): void {
  for (const [index, part] of list.entries()) {
    if (typeof part !== 'object' || part === null) continue;
    const name = nameOf(key, part, lang);
    const token = typeof part.token === 'string' ? part.token : undefined;
    // A row without a left cell is a distractor, and not asked.
    if (token !== undefined && (key !== 'pairs' || part.left !== undefined)) {
      (isPlace(key, part, name) ? names.far : names.near).set(token, name || outer.name || String(index + 1));
      if (outer.token !== undefined) names.within.set(token, outer.token);
      if (part.feedback !== undefined) names.feedback.set(token, part.feedback);
      if (part.weight !== undefined) names.weight.set(token, part.weight);
    }
    for (const inner of Object.keys(part)) {
      const member = (part as Readonly<Record<string, unknown>>)[inner];
      if (Array.isArray(member)) gather(inner, member, { name, ...(token !== undefined && { token }) }, lang, names);
    }
  }
}

/** Reads the names from an activity's options, for any form. */
export function partNames(options: object, lang: string): PartNames {
  const names: Names = { near: new Map(), far: new Map(), within: new Map(), feedback: new Map(), weight: new Map() };
  for (const [key, list] of Object.entries(options)) if (Array.isArray(list)) gather(key, list, { name: '' }, lang, names);
  return names;
}

/**
 * Finds the parts that may answer a slot: those inside the slot's part, or, if there are none, all parts without a slot of their
 * own. The levels of a scale answer each of its lines, the decisions of a scene only that scene.
 */
export function answersOf(names: PartNames, slot: Slot, slots: readonly Slot[]): ReadonlyMap<string, string> {
  const all = [...names.near];
  const inside = all.filter(([token]) => slot.part !== undefined && names.within.get(token) === slot.part);
  const asked = new Set(slots.map(({ part }) => part));
  return new Map(inside.length > 0 ? inside : all.filter(([token]) => !asked.has(token)));
}
