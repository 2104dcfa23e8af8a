import { END, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from './markdown/markers.ts';

const VARIABLE = new RegExp(`[${VARIABLE_IN_HTML}${VARIABLE_IN_TEXT}${VARIABLE_IN_ADDRESS}]([^${END}]*)${END}`, 'g');

/** Gives a part's text back as its author wrote it: what its variables said to whom it was shown, nobody knows any more. */
export function partWords(text: string): string {
  return text.replace(VARIABLE, '{{$1}}');
}
