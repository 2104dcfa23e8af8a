import type { PartVerdict } from '../../model/course/activity.ts';
import { make } from '../widgets/element.ts';

/** Position on a picture, in percent of its width and height. */
interface Place {
  readonly token: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Puts numbered points over a picture. They are for pointers only: the list beside the picture does the same for keyboards and
 * screen readers.
 * @returns the points by token
 */
export function putPoints(picture: HTMLElement, places: readonly Place[], press: (token: string) => void): Map<string, HTMLElement> {
  picture.dataset.points = '';
  return new Map(
    places.map(({ token, x, y }, index) => {
      const point = make('button', 'c-point', String(index + 1));
      point.type = 'button';
      point.tabIndex = -1;
      point.setAttribute('aria-hidden', 'true');
      point.style.setProperty('left', `${x}%`);
      point.style.setProperty('top', `${y}%`);
      point.onclick = () => press(token);
      picture.append(point);
      return [token, point];
    }),
  );
}

/** Colours a point by its verdict; without a verdict, resets it. */
export function markPoint(point: HTMLElement | undefined, verdict: PartVerdict | undefined): void {
  if (!point) return;
  if (verdict) point.dataset.mark = verdict;
  else delete point.dataset.mark;
}
