import { make } from './widgets/element.ts';
import { shape } from './widgets/svg.ts';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** Draws a score as a ring. Visual only: the sentence beside it has the same content. @param score 0..100 */
export function scoreRing(score: number, words: string): HTMLElement {
  const picture = shape('svg', '', { viewBox: '0 0 120 120' });
  const circle = { cx: 60, cy: 60, r: RADIUS };
  picture.append(
    shape('circle', 'c-ring-track', circle),
    shape('circle', 'c-ring-part', { ...circle, 'stroke-dasharray': `${((score * ROUND) / 100).toFixed(1)} ${ROUND.toFixed(1)}` }),
  );
  const ring = make('div', 'c-ring', picture, make('b', '', words));
  ring.setAttribute('aria-hidden', 'true');
  return ring;
}
