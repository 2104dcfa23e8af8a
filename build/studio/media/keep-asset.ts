import type { Studio } from '../studio.ts';
import { freePath } from './media-file.ts';

/**
 * Keeps a file in `assets/` under a name that is not taken.
 * @param name that the file had on the author's machine @param ending of the new name
 * @returns its path in the course's folder
 */
export function keepAsset(
  studio: Pick<Studio, 'course' | 'project' | 'edit'>,
  name: string,
  ending: string,
  content: Uint8Array<ArrayBuffer> | string,
): string {
  const pathIn = (path: string): string => `${studio.course}/${path}`;
  const path = freePath(name, ending, (one) => studio.project.bytes(pathIn(one)) !== undefined);
  studio.edit(pathIn(path), content);
  return path;
}
