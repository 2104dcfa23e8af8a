import { ownWords } from '../model/own-words.ts';
import { make } from './element.ts';
import type { Recalled } from './mount.ts';
import { t } from './words.ts';

/**
 * Writes what the learner wrote in another activity into a quotation, each part under its name.
 * @returns whether there is something to show; where nothing is, the quotation is empty
 */
export function showOwnWords(quote: HTMLElement, said: Recalled | undefined): boolean {
  const words = ownWords(said?.answer, said?.options, t('between'));
  quote.replaceChildren(...words.map(({ name, text }) => make('p', '', ...(name ? [make('b', '', name), '\n'] : []), text)));
  return words.length > 0;
}
