import type { Band } from '../../model/course/course.ts';
import { feedback } from './mark.ts';

/**
 * Shows the text for a score at the end of `host`; nothing if no band is reached.
 * @param bands the highest first
 * @param percent 0..100, as it is displayed
 */
export function showBand(host: HTMLElement, bands: readonly Band[] | undefined, percent: number): void {
  feedback(host, bands?.find(({ from }) => percent >= from)?.feedback);
}
