import { ownWords } from '../../model/course/own-words.ts';
import type { Recalled } from '../frame/mount.ts';
import { make } from './element.ts';
import { t } from './strings.ts';

/**
 * Fills a quotation with the learner's texts from another activity, each part under its name.
 * @returns true if there is something to show; otherwise the quotation is empty
 */
export function showOwnWords(quote: HTMLElement, recalled: Recalled | undefined): boolean {
  const words = ownWords(recalled?.answer, recalled?.options, t('between'));
  quote.replaceChildren(...words.map(({ name, text }) => make('p', '', ...(name ? [make('b', '', name), '\n'] : []), text)));
  return words.length > 0;
}
