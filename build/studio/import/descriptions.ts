import { escapeText } from '../../exchange/html/escape.ts';
import type { UndescribedPicture } from '../engine/exchange-calls.ts';
import type { Path } from '../engine/problem.ts';

/** Files to write, by path in the project. */
export type Files = ReadonlyMap<Path, Uint8Array<ArrayBuffer> | string>;

/** Encodes the texts among files. */
export function bytesOf(files: Files): ReadonlyMap<Path, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new Map([...files].map(([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content]));
}

/** Removes the first comment that asks to describe a picture. @param picture path in the course's folder */
function withoutComment(text: string, picture: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('<!--') && line.endsWith('-->') && line.includes(` ${picture} `));
  return at < 0 ? text : lines.toSpliced(at, 1).join('\n');
}

/** Writes descriptions of pictures into the texts; a placeholder without one stays. @param described by path of the picture */
export function withDescriptions(files: Files, pictures: readonly UndescribedPicture[], described: ReadonlyMap<Path, string>): Files {
  const texts = new Map(files);
  for (const { path, picture, written } of pictures) {
    const words = escapeText((described.get(picture) ?? '').replace(/\s+/g, ' ').trim());
    const text = texts.get(path);
    if (words === '' || typeof text !== 'string') continue;
    const own = /\(([^)]*)\)$/.exec(written)?.[1] ?? '';
    const done = text.replace(written, () => `![${words}](${own})`);
    texts.set(path, withoutComment(done, own));
  }
  return texts;
}
