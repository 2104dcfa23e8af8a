import { extname } from 'node:path';
import { inspect, onDisk } from '../../files/folder.ts';
import type { Engine } from '../../host/engine.ts';
import type { Entry } from '../../host/host.ts';
import type { NumberedCourse } from '../../model/course.ts';
import { cohortsOf } from '../../model/selection.ts';
import { papersOf } from '../../pipeline.ts';
import { assetPaths } from '../../sheets/pictures.ts';

/** Sheets that the first page links to, by the name in their address. */
export const papers = ['guide', 'conducteur', 'cahier', 'accessibilite'] as const;

const PICTURES = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg'];

/** Makes a module's sheet for a cohort (`base` for none); null if there is none. */
export function paperOf(course: NumberedCourse, cohort: string, id: string, paper: string, engine: Engine): Uint8Array | null {
  const prepared = course.modules.find(({ module }) => module.id === id);
  const [variant] = cohortsOf(course.source, [cohort]);
  if (!prepared || variant === undefined) return null;
  return papersOf(course, prepared, variant, engine).find(({ name }) => name === `${id}.${paper}.html`)?.data ?? null;
}

/** Finds the first picture of a module; null if there is none. */
export function pictureOf({ modules, source }: NumberedCourse, id: string): Entry | null {
  const prepared = modules.find(({ module }) => module.id === id);
  const name = assetPaths(JSON.stringify(prepared?.module.pages ?? [])).find((path) => PICTURES.includes(extname(path).toLowerCase()));
  const stat = name === undefined ? 'missing' : inspect(source.folder, name);
  return name === undefined || typeof stat === 'string' ? null : { name, path: onDisk(source.folder, name), bytes: stat.bytes };
}
