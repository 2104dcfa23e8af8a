import type { KeyGroup, KeyRow } from './answer-key.ts';
import { clipped } from './sentences.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Shortest useful length of a part's name. */
const SHORTEST = 24;

interface Room {
  /** Characters of a name. */
  readonly name: number;
  readonly colon: string;
}

/** Tests whether a row says what is right. */
function isJudged({ mark, value }: KeyRow): boolean {
  return mark === 'right' || mark === 'needed' || value !== undefined;
}

/** Lists the items of each place, if several share one: it is shorter than the place of each item. */
function byValue(rows: readonly KeyRow[], { name: room, colon }: Room): string[] {
  const places = new Map<string, string[]>();
  for (const { name, value = '' } of rows) places.set(value, [...(places.get(value) ?? []), clipped(name, room)]);
  return [...places].map(([value, names]) => `${clipped(value, 40)}${colon} ${names.join(', ')}`);
}

function itemsOf({ rows, ordered }: KeyGroup, room: Room): string[] {
  if (ordered) return [rows.map(({ name }) => clipped(name, room.name)).join(' → ')];
  const judged = rows.filter(isJudged);
  const valued = judged.filter(({ name, value }) => name !== '' && value !== undefined);
  if (valued.length === judged.length && new Set(valued.map(({ value }) => value)).size < valued.length) return byValue(valued, room);
  return judged.map(({ name, value }) => {
    if (value === undefined) return clipped(name, room.name);
    return name === '' ? clipped(value, room.name) : `${clipped(name, room.name)} → ${clipped(value, room.name)}`;
  });
}

/**
 * Formats the key of a question in few words: names of parts are cut evenly, then the last parts left out, marked with `…`.
 * @param limit in characters
 * @returns '' if nothing is right or wrong
 */
export function shortKey(groups: readonly KeyGroup[], limit: number, { lang }: SheetStrings): string {
  const asked = groups.filter(({ rows, ordered }) => ordered || rows.some(isJudged));
  const count = asked.reduce((sum, { rows, ordered }) => sum + (ordered ? rows : rows.filter(isJudged)).length, 0);
  const room = {
    name: Math.max(Math.min(SHORTEST, limit), Math.floor(limit / Math.max(count, 1)) - 3),
    colon: lang === 'fr' ? '\u00a0:' : ':',
  };
  const items = asked.flatMap((group) => {
    const [first = '', ...others] = itemsOf(group, room);
    const title = group.title === undefined ? '' : `${clipped(group.title.replace(/[\s\u00a0:]+$/, ''), room.name)}${room.colon} `;
    return [title + first, ...others];
  });
  const between = lang === 'fr' ? '\u00a0; ' : '; ';
  let text = '';
  for (const item of items) {
    const more = text === '' ? item : `${text}${between}${item}`;
    if (more.length > limit * 1.25 && text !== '') return `${text}${between}…`;
    text = more;
  }
  return clipped(text, Math.round(limit * 1.25));
}
