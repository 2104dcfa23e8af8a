import { END, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from './markdown/markers.ts';

const VARIABLE = new RegExp(`[${VARIABLE_IN_HTML}${VARIABLE_IN_TEXT}${VARIABLE_IN_ADDRESS}]([^${END}]*)${END}`, 'g');

/** Returns a part's text as its author wrote it. The values that its variables had are not known any more. */
export function partWords(text: string): string {
  return text.replace(VARIABLE, '{{$1}}');
}
