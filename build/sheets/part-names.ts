import { plainHtml } from '../markdown/plain-html.ts';
import { typography } from '../markdown/typography.ts';

/** A member of a body form's list: a choice, a pair, an item, a step, a group. */
interface Named {
  readonly token?: unknown;
  readonly text?: string;
  readonly title?: string;
  readonly left?: string;
  readonly leftText?: string;
}

/** What the tokens of an activity's answers stand for, in the order of the text. */
export interface PartNames {
  /** Tokens that an answer lists, or the first halves of its pairs. */
  readonly near: ReadonlyMap<string, string>;
  /** Second halves: where something is put. */
  readonly far: ReadonlyMap<string, string>;
}

/** Members of the forms that say where something is put. */
const PLACES = ['targets', 'groups', 'labels'];

const known = new WeakMap<object, PartNames>();

interface Names {
  readonly near: Map<string, string>;
  readonly far: Map<string, string>;
}

/** A choice's text is as its author typed it; the texts of the other forms are set already. */
function nameOf(key: string, { leftText, text, title }: Named, lang: string): string {
  const name = leftText ?? text ?? plainHtml(title ?? '');
  return key === 'choices' ? typography(name, lang) : name;
}

/** The cells of a grid have names, those of a table are named by their row and hold what its blanks say. */
function isPlace(key: string, part: Named, name: string): boolean {
  return PLACES.includes(key) || (key === 'cells' && name !== '') || (key === 'blanks' && 'answer' in part);
}

/** @param row name of what the list stands in */
function gather(key: string, list: readonly Named[], row: string, lang: string, names: Names): void {
  for (const [index, part] of list.entries()) {
    if (typeof part !== 'object' || part === null) continue;
    const name = nameOf(key, part, lang);
    // A row without a left cell is a lure: nothing is asked of it.
    const isNamed = typeof part.token === 'string' && (key !== 'pairs' || part.left !== undefined);
    if (isNamed) (isPlace(key, part, name) ? names.far : names.near).set(String(part.token), name || row || String(index + 1));
    for (const [inner, member] of Object.entries(part)) if (Array.isArray(member)) gather(inner, member, name, lang, names);
  }
}

/** Reads the names from an activity's options, whichever form made them. */
export function partNames(options: object, lang: string): PartNames {
  const before = known.get(options);
  if (before) return before;
  const names = { near: new Map<string, string>(), far: new Map<string, string>() };
  for (const [key, list] of Object.entries(options)) if (Array.isArray(list)) gather(key, list, '', lang, names);
  known.set(options, names);
  return names;
}
