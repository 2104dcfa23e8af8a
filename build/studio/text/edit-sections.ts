import type { HeadingText, SectionText } from './edit-parts.ts';
import { exchanged, replaced, type TextKind, writtenLine, writtenText } from './edit-words.ts';
import type { Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Words of a heading: a bar in them is escaped, because it separates the second part. */
function writtenTitle(value: string): string {
  return writtenLine(value).replace(/(?<!\\)\|/g, '\\|');
}

/** Returns a title or a second part as words. */
export function shownTitle(raw: string): string {
  return raw.replace(/\\\|/g, '|');
}

export function setTitle(text: string, { from, title }: HeadingText, value: string): Replacement[] {
  const words = writtenTitle(value);
  const glue = words !== '' && text.slice(from, title.from) === '##' ? ' ' : '';
  return replaced(text, title, glue + words);
}

/** Changes, adds or, for no words, removes what follows the bar. */
export function setSecond(text: string, { title, second }: HeadingText, value: string): Replacement[] {
  const words = writtenTitle(value);
  if (words === '') return second ? [{ from: title.to, to: second.to, insert: '' }] : [];
  return second ? replaced(text, second, words) : [{ from: title.to, to: title.to, insert: ` | ${words}` }];
}

/** Changes a text of whole lines; one that was empty is added with blank lines around it, as far as there are none. */
export function setLines(text: string, range: Range, value: string, kind: TextKind): Replacement[] {
  const words = writtenText(value, kind, text.slice(range.from, range.to));
  if (range.from < range.to || words === '') return replaced(text, range, words);
  const before = text.slice(0, range.from);
  const after = text.slice(range.to);
  const lead = before === '' || before.endsWith('\n') ? '' : '\n';
  const trail = after === '' || after.startsWith('\n') ? '' : after.startsWith(':::') ? '\n' : '\n\n';
  return [{ from: range.from, to: range.to, insert: `${lead}${words}${trail}` }];
}

/** Adds a section below another range of whole lines. @param lines its heading and what is below it */
export function addSection(text: string, after: Range, lines: string): Replacement[] {
  const trail = text.slice(after.to).startsWith('\n') || text.length === after.to ? '' : '\n';
  return [{ from: after.to, to: after.to, insert: `\n\n${lines}${trail}` }];
}

/** Removes a section with the blank lines before the next one. */
export function removeSection(text: string, sections: readonly SectionText[], index: number): Replacement[] {
  const section = sections[index];
  if (!section) return [];
  const next = sections[index + 1];
  if (next) return [{ from: section.from, to: next.from, insert: '' }];
  const lead = /\n*$/.exec(text.slice(0, section.from))?.[0].length ?? 0;
  return [{ from: section.from - lead, to: section.to, insert: '' }];
}

/** Moves a section one place up or down; blank lines between them stay where they are. */
export function moveSection(text: string, sections: readonly SectionText[], index: number, step: 1 | -1): Replacement[] {
  const [first, second] = [sections[Math.min(index, index + step)], sections[Math.max(index, index + step)]];
  return first && second ? exchanged(text, first, second) : [];
}
