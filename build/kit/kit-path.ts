import type { Face } from './features.ts';

/** Prefix of the paths of the kit's pictures. No file of a course has such a path, because a colon would make it a URL. */
const KIT = 'kit:';

export function isOfKit(path: string): boolean {
  return path.startsWith(KIT);
}

/** Returns the path of a pictogram, to be used like the path of a course's file. */
export function pictogramPath(name: string): string {
  return KIT + name;
}

/** Members of a face, in the order of a path. */
const ORDER = ['hair', 'expression', 'glasses', 'beard', 'skin', 'hair-colour', 'clothes'] as const satisfies readonly (keyof Face)[];

/** Returns the path of a portrait. It contains everything needed to draw it. @param id of the person */
export function portraitPath(id: string, face: Face): string {
  return `${KIT}${id}-${face.expression}?${ORDER.map((key) => face[key]).join('.')}`;
}

/** Parses a path. The result has no face if it is a pictogram's path. */
export function readKitPath(path: string): { readonly name: string; readonly face?: Face } {
  const [name = '', words] = path.slice(KIT.length).split('?');
  if (words === undefined) return { name };
  const values = words.split('.');
  return { name, face: Object.fromEntries(ORDER.map((key, index) => [key, values[index]])) as unknown as Face };
}
