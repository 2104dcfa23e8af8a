import { normaliseAnswer } from '../../src/model/typed-answer.ts';
import type { FormContext } from '../activity-type.ts';
import type { Position } from '../diagnostics.ts';

/** Something that an author may have written twice. */
interface Written {
  readonly text: string;
  readonly at: Position;
}

/** Each part of an activity is compared with all others. */
const keys = new Map<string, string>();
const MOST_KEYS = 1000;

/** Texts with the same key say the same: case, spaces, quotes, hyphens and a final point make no difference. */
export function textKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = normaliseAnswer(text.replace(/\s*[«»“”„"]\s*/g, '"'), true);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

/** What stays of a text without accents, punctuation and plural marks. */
function nearKey(text: string): string {
  return textKey(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\d]+/u)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('');
}

/**
 * Reports texts that are nearly equal: their author meant one thing and wrote it in two ways, and would get two.
 * Texts that are equal are not reported.
 */
export function reportNearlyEqual(texts: readonly Written[], context: FormContext): void {
  const met = new Map<string, Written>();
  for (const written of texts) {
    const key = nearKey(written.text);
    const before = met.get(key);
    if (!before || key === '') met.set(key, written);
    else if (textKey(before.text) !== textKey(written.text)) {
      context.error('nearly-equal', written.at, { one: before.text.slice(0, 60), other: written.text.slice(0, 60) });
    }
  }
}

/** Reports lines of one list that say the same, or nearly. */
export function reportTwice(lines: readonly Written[], context: FormContext): void {
  const met = new Set<string>();
  for (const { text, at } of lines) {
    if (text !== '' && met.has(textKey(text))) context.error('item-twice', at, { item: text.slice(0, 60) });
    met.add(textKey(text));
  }
  reportNearlyEqual(lines, context);
}
