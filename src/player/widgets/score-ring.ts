import { make } from './element.ts';
import { t } from './strings.ts';
import { shape } from './svg.ts';
import { wholePercent } from './whole-percent.ts';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** Draws a score as a ring. Visual only: a sentence for screen readers has the same content. @param score 0..100 */
function scoreRing(score: number, words: string): HTMLElement {
  const picture = shape('svg', '', { viewBox: '0 0 120 120' });
  const circle = { cx: 60, cy: 60, r: RADIUS };
  picture.append(shape('circle', 'c-ring-track', circle));
  // The round end of a line without length would be a dot.
  if (score > 0) {
    const dashes = `${((score * ROUND) / 100).toFixed(1)} ${ROUND.toFixed(1)}`;
    picture.append(shape('circle', 'c-ring-part', { ...circle, 'stroke-dasharray': dashes }));
  }
  const ring = make('div', 'c-ring', picture, make('b', '', words));
  ring.setAttribute('aria-hidden', 'true');
  return ring;
}

/**
 * Shows a score as a ring beside the sentences about it, the first of them large.
 * @param score 0..100; undefined: there is none yet, and no ring
 * @param pass pass mark in percent, if there is one: the percentage isn't rounded up to it
 * @param spoken what the ring shows, for screen readers
 */
export function scoreHero(score: number | undefined, pass: number | undefined, sentences: readonly string[], spoken: string): HTMLElement {
  const words = sentences.map((sentence, index) => make('p', index === 0 ? 'c-verdict-big' : '', sentence));
  if (score === undefined) return make('div', 'c-hero', make('div', 'c-hero-words', ...words));
  const ring = scoreRing(score, t('results.ring', { score: wholePercent(score, pass) }));
  return make('div', 'c-hero', ring, make('div', 'c-hero-words', make('p', 'c-words', spoken), ...words));
}
