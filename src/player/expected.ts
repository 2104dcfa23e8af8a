import { make } from './element.ts';

/** Says the right answer at the end of `host`, in the place of what was said before; '' takes it away. */
export function expected(host: HTMLElement, words: string): void {
  host.querySelector(':scope > .c-expected')?.remove();
  if (words) host.append(make('span', 'c-hint c-expected', words));
}
