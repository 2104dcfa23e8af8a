import { make } from './element.ts';

/** Gives the learner a text as a file. A frame may refuse it without a word: what is in it must be there to copy too. */
export function download(name: string, text: string, type = 'text/plain'): void {
  const link = make('a', '');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
}
