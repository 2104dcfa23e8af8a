import { freeId } from './fresh-ids.ts';
import { allDirectives, type DirectiveText, type Outline } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Lists all ids that a text has. */
export function outlineIds(outline: Outline): string[] {
  return [...outline.pages, ...allDirectives(outline)].map(({ id }) => id).filter((id) => id !== '');
}

/**
 * Puts a copy below a directive, with new ids for it and for those inside: the old ones keep their learners' answers.
 * @param others ids that are taken elsewhere in the course, or were in earlier versions
 */
export function copied(text: string, outline: Outline, directive: DirectiveText, others: Iterable<string> = []): Replacement[] {
  const taken = new Set([...others, ...outlineIds(outline)]);
  let copy = '';
  let done = directive.from;
  for (const { from, to, attributes } of allDirectives(outline)) {
    const place = from >= directive.from && to <= directive.to ? attributes.find(({ key }) => key === 'id') : undefined;
    if (!place || typeof place.value !== 'string') continue;
    const fresh = freeId(place.value, taken);
    taken.add(fresh);
    copy += `${text.slice(done, place.from)}#${fresh}`;
    done = place.to;
  }
  copy += text.slice(done, directive.to);
  return [{ from: directive.to, to: directive.to, insert: `\n\n${copy}` }];
}

/** Removes a directive, and the blank line that would be left twice. */
export function removed(text: string, { from, to }: { readonly from: number; readonly to: number }): Replacement[] {
  const isBlankAround = text[to] === '\n' && text[to + 1] === '\n' && (from === 0 || text.slice(from - 2, from) === '\n\n');
  return [{ from, to: Math.min(text.length, to + (isBlankAround ? 2 : 1)), insert: '' }];
}
