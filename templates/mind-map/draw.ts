import { shape } from '../../src/player/widgets/svg.ts';
import { measureWords } from '../../src/player/widgets/word-width.ts';
import type { Tree } from './scoring.ts';

const SIZE = 14;
const LINE = 18;
const ACROSS = 10;
const DOWN = 7;
const GAP_ACROSS = 18;
const GAP_DOWN = 10;
const INDENT = 24;
const MARGIN = 6;
/** Characters of a line after its first, around a centre; the minimum if branches are stacked. */
const SHORT = 11;
/** Pixels of a wide letter, and of indents, borders and margins beside a line of the third level. */
const LETTER = 9;
const BESIDE = 104;
/** Smallest scale at which text is easy to read. */
const LEGIBLE = 0.85;

interface Box {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly children: readonly Box[];
  /** Height with all boxes below it. */
  readonly span: number;
}

/** A drawn map: its size at full scale, and the middle of its centre, in pixels. */
export interface Drawing {
  readonly svg: SVGElement;
  readonly width: number;
  readonly height: number;
  readonly middle: number;
}

function spanOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { span }) => sum + span, GAP_DOWN * Math.max(0, boxes.length - 1));
}

/** Makes a box. @param most characters of a line after its first; a longer word stays whole, up to 18 */
function boxOf({ text, children }: Tree, most: number, measure: (line: string) => number): Box {
  const lines = text.match(new RegExp(`\\S.{0,${most}}(?=\\s|$)|\\S{1,18}`, 'gu')) ?? ['…'];
  const inner = children.map((child) => boxOf(child, most, measure));
  const height = lines.length * LINE + 2 * DOWN;
  const width = Math.ceil(Math.max(...lines.map(measure))) + 2 * ACROSS;
  return { lines, width, height, children: inner, span: Math.max(height, spanOf(inner)) };
}

/** Adds up the widths of the levels below a box. */
function reachOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(({ width, children }) => GAP_ACROSS + width + reachOf(children)));
}

/** Painted elements: links are below the boxes. */
type Paint = readonly [links: SVGElement[], boxes: SVGElement[]];

/** Paints a box. @param x its centre */
function paintBox([, boxes]: Paint, { lines, width, height }: Box, x: number, y: number, level: number): void {
  const kind = Math.min(level, 2);
  const attributes = { x: x - width / 2, y: y - height / 2, width, height, rx: 8 };
  boxes.push(shape('rect', `mind-map-box mind-map-box-${kind}`, attributes));
  for (const [index, line] of lines.entries()) {
    const at = y + (index - (lines.length - 1) / 2) * LINE;
    const place = { x, y: at, 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': SIZE };
    boxes.push(shape('text', `mind-map-words mind-map-words-${kind}`, place, line));
  }
}

function paintLink([links]: Paint, d: string): void {
  links.push(shape('path', 'mind-map-link', { d }));
}

/**
 * Paints the boxes on one side of a box.
 * @param edge end of the box on that side
 */
function paintSide(paint: Paint, boxes: readonly Box[], edge: number, y: number, side: -1 | 1, level = 1): void {
  let top = y - spanOf(boxes) / 2;
  for (const box of boxes) {
    const near = edge + side * GAP_ACROSS;
    const middle = top + box.span / 2;
    const bend = edge + (side * GAP_ACROSS) / 2;
    paintLink(paint, `M${edge} ${y}C${bend} ${y} ${bend} ${middle} ${near} ${middle}`);
    paintBox(paint, box, near + (side * box.width) / 2, middle, level);
    paintSide(paint, box.children, near + side * box.width, middle, side, level + 1);
    top += box.span + GAP_DOWN;
  }
}

/** Paints a box and, below it, its branches. @returns their extent, across and down */
function paintUnder(paint: Paint, box: Box, left: number, top: number, level: number): [right: number, bottom: number] {
  paintBox(paint, box, left + box.width / 2, top + box.height / 2, level);
  let right = left + box.width;
  let bottom = top + box.height;
  for (const child of box.children) {
    const start = bottom + GAP_DOWN;
    paintLink(paint, `M${left + INDENT / 2} ${top + box.height}V${start + child.height / 2}h${INDENT / 2}`);
    const [reach, end] = paintUnder(paint, child, left + INDENT, start, level + 1);
    right = Math.max(right, reach);
    bottom = end;
  }
  return [right, bottom];
}

function drawingOf(paint: Paint, width: number, height: number, middle: number): Drawing {
  const svg = shape('svg', 'mind-map-svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  svg.append(shape('rect', 'mind-map-ground', { width, height }), ...paint.flat());
  return { svg, width, height, middle };
}

/** Draws branches to the right of the centre first, then to the left. */
function drawAround(centre: Box): Drawing {
  const half = Math.ceil(centre.children.length / 2);
  const [right, left] = [centre.children.slice(0, half), centre.children.slice(half)];
  const middle = MARGIN + reachOf(left) + centre.width / 2;
  const width = middle + centre.width / 2 + reachOf(right) + MARGIN;
  const height = Math.max(centre.height, spanOf(right), spanOf(left)) + 2 * MARGIN;
  const paint: Paint = [[], []];
  paintSide(paint, right, middle + centre.width / 2, height / 2, 1);
  paintSide(paint, left, middle - centre.width / 2, height / 2, -1);
  paintBox(paint, centre, middle, height / 2, 0);
  return drawingOf(paint, width, height, middle);
}

/**
 * Draws a map around its centre; if there is no room for legible text, it stacks the branches.
 * Lists beside it have the same content for screen readers.
 * @param room width in pixels
 */
export function drawMap(tree: Tree, room = Number.POSITIVE_INFINITY): Drawing {
  const measure = measureWords(SIZE);
  const around = drawAround(boxOf(tree, SHORT, measure));
  if (around.width * LEGIBLE <= room) return around;
  const paint: Paint = [[], []];
  const most = Math.max(SHORT, Math.floor((room - BESIDE) / LETTER));
  const [right, bottom] = paintUnder(paint, boxOf(tree, most, measure), MARGIN, MARGIN, 0);
  return drawingOf(paint, right + MARGIN, bottom + MARGIN, 0);
}
