import { normaliseAnswer } from '../../../../src/model/judging/typed-answer.ts';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { FormContext } from '../../../types/activity-type.ts';

/** A text that an author may have written twice. */
interface Written {
  readonly text: string;
  readonly at: Position;
}

/** Normalises a text: case, spaces, quotes, hyphens and a final full stop make no difference. */
export function textKey(text: string): string {
  return normaliseAnswer(text.replace(/\s*[«»“”„"]\s*/g, '"'), true);
}

/** Removes accents, punctuation and plural endings. */
function nearKey(text: string): string {
  return textKey(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\d]+/u)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('');
}

/**
 * Reports nearly equal texts: the author meant one item but wrote it in two ways, and would get two.
 * Equal texts are not reported.
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

/** Reports lines that equal an earlier one. Empty lines don't count. */
export function reportEqual(lines: readonly Written[], context: FormContext): void {
  const met = new Set<string>();
  for (const { text, at } of lines) {
    const key = textKey(text);
    if (text !== '' && met.has(key)) context.error('item-twice', at, { item: text.slice(0, 60) });
    met.add(key);
  }
}

/** Reports equal or nearly equal lines of a list. */
export function reportDuplicates(lines: readonly Written[], context: FormContext): void {
  reportEqual(lines, context);
  reportNearlyEqual(lines, context);
}
