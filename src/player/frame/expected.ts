import { make } from '../widgets/element.ts';

/** Shows the right answer at the end of `host`, replacing an earlier one; '' removes it. */
export function expected(host: HTMLElement, words: string): void {
  host.querySelector(':scope > .c-expected')?.remove();
  if (words) host.append(make('span', 'c-hint c-expected', words));
}
