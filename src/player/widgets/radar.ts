import { shape } from './svg.ts';

const SIZE = 200;
const RADIUS = 78;
/** Minimum number of axes; fewer make a line, not a shape. */
export const FEWEST_AXES = 3;

type Point = readonly [x: number, y: number];

/** Returns the point of an axis at a distance 0..1 from the centre. The first axis points up, the others follow clockwise. */
function pointAt(index: number, count: number, reach: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  return [SIZE / 2 + Math.cos(angle) * RADIUS * reach, SIZE / 2 + Math.sin(angle) * RADIUS * reach];
}

function polygon(className: string, points: readonly Point[]): SVGElement {
  return shape('polygon', className, { points: points.map((point) => point.map((at) => at.toFixed(1)).join(',')).join(' ') });
}

/**
 * Draws values on axes around a centre. Each axis ends in a number, which a table next to it explains. The picture is
 * hidden from screen readers, which have that table.
 * @param axes value of each axis, 0..1; undefined if it has none yet
 */
export function drawRadar(host: Element, axes: readonly (number | undefined)[]): void {
  const ring = (reach: number): Point[] => axes.map((_, index) => pointAt(index, axes.length, reach));
  const spokes = ring(1).map(([x2, y2]) => shape('line', 'c-radar-line', { x1: SIZE / 2, y1: SIZE / 2, x2, y2 }));
  const names = axes.map((_, index) => {
    const [x, y] = pointAt(index, axes.length, 1.16);
    return shape('text', 'c-radar-name', { x, y, 'text-anchor': 'middle', 'dominant-baseline': 'central' }, String(index + 1));
  });
  const values = axes.map((reach = 0, index) => pointAt(index, axes.length, reach));
  const svg = shape('svg', 'c-radar', { viewBox: `0 0 ${SIZE} ${SIZE}`, 'aria-hidden': 'true' });
  svg.append(
    ...[0.25, 0.5, 0.75, 1].map((reach) => polygon('c-radar-line', ring(reach))),
    ...spokes,
    polygon('c-radar-area', values),
    ...values.flatMap(([cx, cy], index) => (axes[index] === undefined ? [] : [shape('circle', 'c-radar-point', { cx, cy, r: 3 })])),
    ...names,
  );
  host.replaceChildren(svg);
}
