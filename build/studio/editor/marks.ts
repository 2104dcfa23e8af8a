import type { Range } from '../text/outline.ts';

/** A part of a line that is drawn otherwise than it is written. */
export interface Mark extends Range {
  readonly kind: 'strong' | 'emphasis' | 'code' | 'link' | 'term' | 'blank' | 'variable' | 'struck';
  /** Signs around it that are hidden while the cursor is on another line. */
  readonly signs: readonly Range[];
}

/** A picture that is alone on its line. */
export interface PictureMark {
  readonly alt: string;
  /** Path in the course's folder. */
  readonly address: string;
}

/** Shapes of marks: what opens, the content, what closes. A code span comes first: nothing inside is a mark. */
const SHAPES: readonly (readonly [Mark['kind'], RegExp])[] = [
  ['code', /(?<!`)(`+)(?!`)(.+?)(?<!`)(\1)(?!`)/g],
  ['blank', /(\[\[)([^\][]+?)(\]\])/g],
  ['variable', /(\{\{)([\w-]+)(\}\})/g],
  ['term', /(:(?:term|lang)\[)([^\][]+)(\]\{[^{}]*\})/g],
  ['link', /((?<!!)\[)([^\][]+)(\]\((?:<[^<>]*>|[^\s()]*)\))/g],
  ['strong', /(\*\*)(?=\S)([^*]+?(?:\*[^*]+\*[^*]*?)?)(?<=\S)(\*\*)/g],
  ['struck', /(~~)(?=\S)([^~]+?)(?<=\S)(~~)/g],
  ['emphasis', /((?<![*\\])\*(?!\*))(?=\S)([^*]+?)(?<=\S)(\*(?!\*))/g],
  ['emphasis', /((?<![\p{L}\p{N}_\\])_(?!_))(?=\S)([^_]+?)(?<=\S)(_(?![\p{L}\p{N}_]))/gu],
];

/** Returns a mark with its signs as one range. */
function wholeOf({ signs, from, to }: Mark): Range {
  return { from: signs[0]?.from ?? from, to: signs[1]?.to ?? to };
}

function holds(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function touches(one: Range, other: Range): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Tests whether a mark can be beside or inside another one. */
function goesWith(mark: Mark, other: Mark): boolean {
  const [mine, its] = [wholeOf(mark), wholeOf(other)];
  if (!touches(mine, its)) return true;
  return holds(mark, its) || (other.kind !== 'code' && holds(other, mine));
}

/** Finds marks in a line, in the order of the text. Offsets refer to the line. */
export function marksIn(line: string): Mark[] {
  const found: Mark[] = [];
  for (const [kind, shape] of SHAPES) {
    for (const { 0: whole, 1: open = '', 2: content = '', index } of line.matchAll(shape)) {
      const [from, to] = [index + open.length, index + open.length + content.length];
      const signs = [
        { from: index, to: from },
        { from: to, to: index + whole.length },
      ];
      const mark: Mark = { kind, from, to, signs };
      if (found.every((other) => goesWith(mark, other))) found.push(mark);
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/** Reads a line that is a picture and nothing else. */
export function pictureIn(line: string): PictureMark | undefined {
  const [, alt, address, pointed] = /^!\[([^\][]*)\]\((?:<([^<>]+)>|([^\s()<][^\s()]*))\)\s*$/.exec(line) ?? [];
  const path = address ?? pointed;
  return alt === undefined || path === undefined ? undefined : { alt, address: path };
}

/** A line with a box to tick. */
export interface BoxMark extends Range {
  readonly isTicked: boolean;
  /** Offset of the sign between the brackets. */
  readonly sign: number;
}

/** Finds `- [x] ` at the start of a line. */
export function boxIn(line: string): BoxMark | undefined {
  const [found, lead = '', sign = ''] = /^(\s*(?:[-*+]|\d+[.)])[ \t]+\[)([ xX])\](?:[ \t]+|$)/.exec(line) ?? [];
  return found === undefined ? undefined : { from: 0, to: found.length, isTicked: sign !== ' ', sign: lead.length };
}

/** Finds `{…}` at the end of a heading. */
export function bracesIn(line: string): Range | undefined {
  const { index, 0: found } = /[ \t]*\{[^{}]*\}\s*$/.exec(line) ?? {};
  return found === undefined || index === undefined ? undefined : { from: index, to: index + found.trimEnd().length };
}
