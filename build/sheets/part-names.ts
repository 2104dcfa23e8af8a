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
const PLACES = ['targets', 'groups'];

const known = new WeakMap<object, PartNames>();

/** A choice's text is as its author typed it; the texts of the other forms are set already. */
function namesOf(key: string, parts: readonly Named[], lang: string): string[] {
  const names = parts.map(({ leftText, text, title }) => leftText ?? text ?? plainHtml(title ?? ''));
  return key === 'choices' ? typography(names.join('\n'), lang).split('\n') : names;
}

/** Reads the names from an activity's options, whichever form made them. */
export function partNames(options: object, lang: string): PartNames {
  const before = known.get(options);
  if (before) return before;
  const names = { near: new Map<string, string>(), far: new Map<string, string>() };
  for (const [key, list] of Object.entries(options)) {
    if (!Array.isArray(list)) continue;
    // A row without a left cell is a lure: nothing is asked of it.
    const parts = list.filter((part?: Named) => typeof part?.token === 'string' && (key !== 'pairs' || part.left !== undefined));
    const side = PLACES.includes(key) ? names.far : names.near;
    for (const [index, name] of namesOf(key, parts, lang).entries()) if (parts[index]) side.set(parts[index].token, name);
  }
  known.set(options, names);
  return names;
}
