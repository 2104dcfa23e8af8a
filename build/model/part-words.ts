import { END, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from './markers.ts';

const VARIABLE = new RegExp(`[${VARIABLE_IN_HTML}${VARIABLE_IN_TEXT}${VARIABLE_IN_ADDRESS}]([^${END}]*)${END}`, 'g');

/** Returns a part's text as its author wrote it. The values of its variables are no longer known. */
export function partWords(text: string): string {
  return text.replace(VARIABLE, '{{$1}}');
}
