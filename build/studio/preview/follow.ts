import type { Shown } from '../play/messages.ts';
import { directiveAt, outlineOf, pageAt } from '../text/outline.ts';

/** Finds the page and the activity at a line, in the text with `\n` breaks. Null: in front matter, or before the first page. */
export function shownAt(text: string, line: number): Shown | null {
  const outline = outlineOf(text);
  const offset = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const page = pageAt(outline, offset);
  if (!page || page.id === '') return null;
  const around = directiveAt(outline, offset);
  // The innermost one may be part of an activity, without an id.
  const named = around?.id ? around : outermostAt(page.directives, offset);
  return { page: page.id, activity: named?.id ?? '' };
}

function outermostAt<One extends { readonly from: number; readonly to: number }>(list: readonly One[], offset: number): One | undefined {
  return list.find(({ from, to }) => from <= offset && offset <= to);
}

/** Finds the line of a page or an activity. */
export function lineOf(text: string, id: string): number | undefined {
  const { pages, directives } = outlineOf(text);
  const inside = (list: typeof directives): typeof directives => list.flatMap((one) => [one, ...inside(one.children)]);
  const all = inside([...directives, ...pages.flatMap((page) => page.directives)]);
  return [...pages, ...all].find((one) => one.id === id)?.line;
}
