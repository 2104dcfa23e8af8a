import { shape } from '../../src/player/svg.ts';
import type { Tree } from './scoring.ts';

/** Of a text of 14: a line's height, and what a character takes; measured wide, so that none spills. */
const LINE = 18;
const CHARACTER = 7.6;
const [ACROSS, DOWN] = [12, 7];
const [GAP_ACROSS, GAP_DOWN] = [32, 10];
const MARGIN = 6;
/** Characters of a line; a longer word is broken. */
const LINES = /.{1,18}(?=\s|$)|\S{1,18}/gu;

interface Box {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly children: readonly Box[];
  /** Height that it takes with all that hangs on it. */
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

function boxOf({ text, children }: Tree): Box {
  const lines = (text.match(LINES) ?? ['…']).map((line) => line.trim());
  const inner = children.map(boxOf);
  const height = lines.length * LINE + 2 * DOWN;
  const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER) + 2 * ACROSS;
  return { lines, width, height, children: inner, span: Math.max(height, spanOf(inner)) };
}

/** Widths of what hangs on a box, one behind the other. */
function reachOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(({ width, children }) => GAP_ACROSS + width + reachOf(children)));
}

class Painter {
  readonly links: SVGElement[] = [];
  readonly boxes: SVGElement[] = [];

  /** @param x the middle of the box */
  box({ lines, width, height }: Box, x: number, y: number, level: number): void {
    const kind = Math.min(level, 2);
    const attributes = { x: x - width / 2, y: y - height / 2, width, height, rx: 8 };
    this.boxes.push(shape('rect', `mind-map-box mind-map-box-${kind}`, attributes));
    for (const [index, line] of lines.entries()) {
      const at = y + (index - (lines.length - 1) / 2) * LINE;
      const place = { x, y: at, 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': 14 };
      this.boxes.push(shape('text', `mind-map-words mind-map-words-${kind}`, place, line));
    }
  }

  /**
   * Paints what hangs on a box to one side.
   * @param edge where the box ends on that side
   */
  side(boxes: readonly Box[], edge: number, y: number, side: -1 | 1, level: number): void {
    let top = y - spanOf(boxes) / 2;
    for (const box of boxes) {
      const near = edge + side * GAP_ACROSS;
      const middle = top + box.span / 2;
      const bend = edge + (side * GAP_ACROSS) / 2;
      this.links.push(shape('path', 'mind-map-link', { d: `M${edge} ${y}C${bend} ${y} ${bend} ${middle} ${near} ${middle}` }));
      this.box(box, near + (side * box.width) / 2, middle, level);
      this.side(box.children, near + side * box.width, middle, side, level + 1);
      top += box.span + GAP_DOWN;
    }
  }
}

/** Draws a map around its centre, branches on the right before those on the left. Lists beside it say the same to screen readers. */
export function drawMap(tree: Tree): Drawing {
  const centre = boxOf(tree);
  const half = Math.ceil(centre.children.length / 2);
  const [right, left] = [centre.children.slice(0, half), centre.children.slice(half)];
  const middle = MARGIN + reachOf(left) + centre.width / 2;
  const width = middle + centre.width / 2 + reachOf(right) + MARGIN;
  const height = Math.max(centre.height, spanOf(right), spanOf(left)) + 2 * MARGIN;
  const painter = new Painter();
  painter.side(right, middle + centre.width / 2, height / 2, 1, 1);
  painter.side(left, middle - centre.width / 2, height / 2, -1, 1);
  painter.box(centre, middle, height / 2, 0);
  const svg = shape('svg', 'mind-map-svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  svg.append(shape('rect', 'mind-map-ground', { width, height }), ...painter.links, ...painter.boxes);
  return { svg, width, height, middle };
}
