import { slug } from '../../model/slug.ts';
import { freeId } from './fresh-ids.ts';
import { insertAfter, moveBlock, removeBlock } from './move.ts';
import { allDirectives, type DirectiveText, type Outline, outlineOf, type PageText, type Range } from './outline.ts';
import { commonBreak, rawOffsets, replaceIn, shownText } from './raw-text.ts';

/** A page, or an activity or block directly in it. Both count from 0. */
export interface PlanPlace {
  readonly page: number;
  readonly part?: number;
}

/** A direction in the plan. */
export type Direction = 'up' | 'down';

/** Finds what a place names in an outline. */
function rangeOf({ pages }: Outline, { page, part }: PlanPlace): PageText | DirectiveText | undefined {
  return part === undefined ? pages[page] : pages[page]?.directives[part];
}

/** Returns the start of the first line with a word at or after an offset, else the end of the text. */
function nextLine(text: string, offset: number): number {
  let start = offset;
  for (let at = offset; at < text.length; at += 1) {
    if (text[at] === '\n') start = at + 1;
    else if (!/\s/.test(text[at] ?? '')) return start;
  }
  return text.length;
}

/** Applies a move between offsets of the shown text to the raw one. */
function moveShown(raw: string, { from, to }: Range, at: number): string {
  const order = [from, to, at].sort((one, other) => one - other);
  const offsets = rawOffsets(raw, order);
  const rawAt = (offset: number): number => offsets[order.indexOf(offset)] ?? offset;
  return moveBlock(raw, { from: rawAt(from), to: rawAt(to) }, at === shownText(raw).length ? raw.length : rawAt(at));
}

/** Puts a part or page before or after another of its kind; a part may also be put into a page, at its end. */
export function movedTo(raw: string, from: PlanPlace, to: PlanPlace, side: 'before' | 'after' | 'inside'): string {
  const text = shownText(raw);
  const outline = outlineOf(text);
  const [moved, goal] = [rangeOf(outline, from), rangeOf(outline, to)];
  if (!moved || !goal || moved === goal) return raw;
  return moveShown(raw, moved, side === 'before' ? goal.from : nextLine(text, goal.to));
}

/** Finds where one step leads; undefined at the ends of the plan. */
function stepFrom({ pages }: Outline, { page, part }: PlanPlace, way: Direction): [PlanPlace, 'before' | 'after' | 'inside'] | undefined {
  const by = way === 'up' ? -1 : 1;
  const side = way === 'up' ? 'before' : 'after';
  if (part === undefined) return pages[page + by] && [{ page: page + by }, side];
  if (pages[page]?.directives[part + by]) return [{ page, part: part + by }, side];
  const other = pages[page + by];
  if (!other) return undefined;
  const parts = other.directives.length;
  if (parts === 0) return [{ page: page + by }, 'inside'];
  return way === 'up' ? [{ page: page + by, part: parts - 1 }, 'after'] : [{ page: page + by, part: 0 }, 'before'];
}

/** Tests whether a place can move one step. */
export function canMove(outline: Outline, place: PlanPlace, way: Direction): boolean {
  return stepFrom(outline, place, way) !== undefined;
}

/** Moves a page among the pages, or a part within its page and on into the next one. */
export function movedStep(raw: string, place: PlanPlace, way: Direction): string {
  const step = stepFrom(outlineOf(shownText(raw)), place, way);
  return step ? movedTo(raw, place, ...step) : raw;
}

function rawRange(raw: string, { from, to }: Range): Range {
  const [start = from, end = to] = rawOffsets(raw, [from, to]);
  return { from: start, to: end };
}

export function withoutPlace(raw: string, place: PlanPlace): string {
  const found = rangeOf(outlineOf(shownText(raw)), place);
  return found ? removeBlock(raw, rawRange(raw, found)) : raw;
}

/** Replaces the title of a page. Its id stays: it belongs to learners' records. */
export function renamedPage(raw: string, page: number, title: string): string {
  const text = shownText(raw);
  const found = outlineOf(text).pages[page];
  if (!found) return raw;
  const line = text.slice(found.head.from, found.head.to);
  const [, start = '#', , end = ''] = /^(#[ \t]*)(.*?)([ \t]*(?:\{[^{}]*\}\s*)?)$/.exec(line) ?? [];
  const insert = `${start.trimEnd()} ${plainTitle(title)}`;
  return replaceIn(raw, [{ from: found.head.from, to: found.head.to - end.length, insert }]);
}

/** Returns a title that fits into a heading: one line, without braces. */
function plainTitle(title: string): string {
  return title.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}

/** Adds a page after another one. @param taken ids of the course */
export function withPage(raw: string, after: number, title: string, text: string, taken: ReadonlySet<string>): string {
  const ends = commonBreak(raw);
  const lines = `# ${plainTitle(title)} {#${freeId(slug(title, 'page'), taken)}}${ends}${ends}${text}`;
  const { pages } = outlineOf(shownText(raw));
  const page = pages[after] ?? pages.at(-1);
  return insertAfter(raw, page ? rawRange(raw, page) : { from: 0, to: raw.length }, lines, ends);
}

/** Adds a copy after a page or part. Ids in it are new ones. @param taken ids of the course */
export function duplicated(raw: string, place: PlanPlace, taken: ReadonlySet<string>): string {
  const text = shownText(raw);
  const outline = outlineOf(text);
  const found = rangeOf(outline, place);
  if (!found) return raw;
  const all = [...outline.pages, ...allDirectives(outline)].filter(({ from }) => from >= found.from && from < found.to);
  const used = new Set(taken);
  const changes = all.flatMap(({ attributes }) => attributes.filter(({ key }) => key === 'id'));
  let copy = '';
  let done = found.from;
  for (const { from, to, value } of changes) {
    const id = freeId(String(value), used);
    used.add(id);
    copy += `${text.slice(done, from)}#${id}`;
    done = to;
  }
  const ends = commonBreak(raw);
  const lines = (copy + text.slice(done, found.to)).trimEnd().replaceAll('\n', ends);
  return insertAfter(raw, rawRange(raw, found), lines, ends);
}
