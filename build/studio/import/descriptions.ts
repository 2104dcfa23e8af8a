import { escapeText } from '../../exchange/html/escape.ts';
import type { UndescribedPicture } from '../engine/exchange-calls.ts';
import type { Path } from '../engine/problem.ts';

/** Files to write, by path in the project. */
export type Files = ReadonlyMap<Path, Uint8Array<ArrayBuffer> | string>;

/** Writes descriptions of pictures into the texts; a placeholder without one stays. @param described by path of the picture */
export function withDescriptions(files: Files, pictures: readonly UndescribedPicture[], described: ReadonlyMap<Path, string>): Files {
  const texts = new Map(files);
  for (const { path, picture, written } of pictures) {
    const words = escapeText((described.get(picture) ?? '').replace(/\s+/g, ' ').trim());
    const text = texts.get(path);
    if (words !== '' && typeof text === 'string')
      texts.set(
        path,
        text.replace(written, () => written.replace(/^!\[[^\]]*\]/, () => `![${words}]`)),
      );
  }
  return texts;
}
