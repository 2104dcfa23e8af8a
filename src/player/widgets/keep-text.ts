import { make } from './element.ts';

/** Downloads a text as a file. In a frame without permission this fails silently, so the text must also be shown. */
export function downloadFile(text: string, type: string, name: string): void {
  const link = make('a', '');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
}

/** Copies a text; returns false if the browser refuses. Works in frames without permission for the newer clipboard API. */
export function copyText(text: string): boolean {
  const field = make('textarea', 'c-words');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
