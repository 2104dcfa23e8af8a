import { freeName } from '../../model/free-name.ts';
import { slug } from '../../model/slug.ts';

/** Makes a name that is not taken yet. */
export function freeId(text: string, fallback: string, isTaken: (id: string) => boolean): string {
  return freeName(slug(text, fallback), isTaken);
}

/** Code at the start of a title, as in a reference framework: `C4.3`. */
const CODE = /^[A-Za-z]{1,4}\d+(?:[.-]\d+)*(?=[\s:–—-])/;

/** Makes the id of a competency, from its code if its title begins with one. */
export function competencyId(title: string, taken: readonly string[]): string {
  return freeId(CODE.exec(title)?.[0] ?? title, 'competence', (id) => taken.includes(id));
}
