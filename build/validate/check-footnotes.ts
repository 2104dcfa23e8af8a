import type { Diagnostics } from '../diagnostics.ts';
import { noteReferencesIn } from '../markdown/markers.ts';

/**
 * Reports references to footnotes where no list of notes can follow: in a choice, a cell, a sentence with blanks, a title.
 * @param value of an activity's options, or HTML
 */
export function checkFootnotes(value: unknown, diagnostics: Diagnostics): void {
  for (const { at, label, isInLine } of noteReferencesIn(JSON.stringify(value))) {
    if (isInLine && !diagnostics.hasSaid(new Set(['footnote-place']), at, at.line))
      diagnostics.error('footnote-place', at, { mark: `[^${label}]` });
  }
}
