import { make } from './element.ts';

/** Gives the learner a text as a file. Where a frame may not, the browser says nothing: the text must be at hand beside it. */
export function downloadFile(text: string, type: string, name: string): void {
  const link = make('a', '');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
}

/** Copies a text; false where the browser would not. It works where a frame has no permission for the newer clipboard. */
export function copyText(text: string): boolean {
  const field = make('textarea', 'c-words');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
