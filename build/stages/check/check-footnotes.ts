import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { noteReferencesIn } from '../../model/markers.ts';

function isActivity(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'activity' in value;
}

/**
 * Reports references to footnotes in places without a list of notes: in a choice, a cell, a sentence with blanks, a title.
 * @param value options of an activity, or HTML
 */
export function checkFootnotes(value: unknown, diagnostics: Diagnostics): void {
  // Inner activities are checked separately.
  const text = JSON.stringify(value, (_, inner: unknown) => (isActivity(inner) ? undefined : inner));
  // A form may return one line twice, as HTML and as text.
  const met = new Set<string>();
  for (const { at, label, isInLine } of noteReferencesIn(text)) {
    if (isInLine && met.size < met.add(`${at.line}:${at.column}`).size) diagnostics.error('footnote-place', at, { mark: `[^${label}]` });
  }
}
