import type { Activity, Html } from '../../src/model/course/activity.ts';
import { mapItems, mapMembers } from '../model/map-members.ts';

/** Shifts the headings of some HTML by a number of levels; a page's own heading is the only `<h1>`. */
export function shiftHeadings(html: Html, by: number): Html {
  if (by === 0 || !html.includes('<h')) return html;
  return html.replace(/(<\/?h)([1-6])(?=[ >])/g, (_, open: string, level: string) => open + Math.min(6, Math.max(2, Number(level) + by)));
}

/** Finds the level of the last heading in some HTML. */
export function lastHeading(html: Html): number | null {
  const last = html.match(/<h([2-6])[ >]/g)?.at(-1);
  return last ? Number(last[2]) : null;
}

const HEADINGS = /<h([1-6])(?=[ >])([\s\S]*?)<\/h\1>/g;

/** Quick test for a heading in HTML, or in the JSON of an object with HTML. */
export function hasHeading(text: string): boolean {
  return /<h[1-6][ >]/.test(text);
}

/**
 * Shifts the headings of some HTML to the levels that fit its position, regardless of the author's levels.
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

/** Members that the page shows later, below the headings of that moment. */
const LATER = new Set(['after', 'feedback']);

function fitLater(value: unknown, top: number): unknown {
  if (Array.isArray(value)) return mapItems(value, (one) => fitLater(one, top));
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (key, member) =>
    LATER.has(key) && typeof member === 'string' ? fitHeadings(member, top) : fitLater(member, top),
  );
}

/** Shifts the headings in an activity's feedback and closing text to fit; returns the activity itself if there are none. */
export function withFitHeadings(activity: Activity, top: number): Activity {
  return fitLater(activity, top) as Activity;
}
