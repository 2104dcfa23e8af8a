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

function nameOf({ leftText, text, title }: Named, lang: string): string {
  return typography(leftText ?? text ?? plainHtml(title ?? ''), lang);
}

/** Reads the names from an activity's options, whichever form made them. */
export function partNames(options: object, lang: string): PartNames {
  const near = new Map<string, string>();
  const far = new Map<string, string>();
  for (const [key, list] of Object.entries(options)) {
    if (!Array.isArray(list)) continue;
    for (const part of list as readonly Named[]) {
      // A row without a left cell is a lure: nothing is asked of it.
      if (typeof part?.token !== 'string' || (key === 'pairs' && part.left === undefined)) continue;
      (PLACES.includes(key) ? far : near).set(part.token, nameOf(part, lang));
    }
  }
  return { near, far };
}
