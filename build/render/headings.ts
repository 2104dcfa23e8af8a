import type { Activity, Html } from '../../src/model/activity.ts';
import { mapItems, mapMembers } from '../map-members.ts';

/** Moves the headings of a piece of HTML by so many levels; a page's own heading is the only `<h1>`. */
export function shiftHeadings(html: Html, by: number): Html {
  if (by === 0 || !html.includes('<h')) return html;
  return html.replace(/(<\/?h)([1-6])(?=[ >])/g, (_, open: string, level: string) => open + Math.min(6, Math.max(2, Number(level) + by)));
}

/** Level of the last heading in a piece of HTML. */
export function lastHeading(html: Html): number | null {
  const last = html.match(/<h([2-6])[ >]/g)?.at(-1);
  return last ? Number(last[2]) : null;
}

const HEADINGS = /<h([1-6])(?=[ >])([\s\S]*?)<\/h\1>/g;

/** Has a text a heading in it? A quick look, also at the JSON of what holds texts. */
export function hasHeading(text: string): boolean {
  return /<h[1-6][ >]/.test(text);
}

/**
 * Gives the headings of a piece of HTML the levels that fit where it is shown, whatever its author began with.
 * @param top level of its highest heading, 2 to 6
 */
export function fitHeadings(html: Html, top: number): Html {
  if (!hasHeading(html)) return html;
  const by = top - Math.min(...[...html.matchAll(HEADINGS)].map(([, level]) => Number(level)));
  let above = top - 1;
  return html.replace(HEADINGS, (_, level: string, rest: string) => {
    above = Math.min(6, above + 1, Number(level) + by);
    return `<h${above}${rest}</h${above}>`;
  });
}

/** What is said of an answer: the page shows it later, under the headings that are there by then. */
const LATER = new Set(['after', 'feedback']);

function fitLater(value: unknown, top: number): unknown {
  if (Array.isArray(value)) return mapItems(value, (one) => fitLater(one, top));
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (key, member) =>
    LATER.has(key) && typeof member === 'string' ? fitHeadings(member, top) : fitLater(member, top),
  );
}

/** An activity whose feedback and closing words have headings of the levels that fit; itself where they have none. */
export function withFitHeadings(activity: Activity, top: number): Activity {
  return fitLater(activity, top) as Activity;
}
