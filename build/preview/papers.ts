import { extname } from 'node:path';
import type { Entry } from '../built.ts';
import { inspect, onDisk } from '../disk.ts';
import { sheetsFor } from '../pipeline.ts';
import { cohortsOf } from '../prepare-all.ts';
import type { PreparedCourse } from '../prepare-course.ts';
import { assetPaths } from '../sheets/pictures.ts';

/** The papers that the first page leads to, by the name in their address. */
export const papers = ['guide', 'cahier', 'accessibilite'] as const;

const PICTURES = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg'];

/** A module's paper for a cohort (`base` for none), made now; null where there is no such thing. */
export function paperOf(course: PreparedCourse, cohort: string, id: string, paper: string): Buffer | string | null {
  const prepared = course.modules.find(({ module }) => module.id === id);
  const [variant] = cohortsOf(course, [cohort]);
  if (!prepared || variant === undefined) return null;
  return sheetsFor(course, prepared, variant).find(({ name }) => name === `${id}.${paper}.html`)?.data ?? null;
}

/** The first picture that a module shows; null where it shows none. */
export function pictureOf({ modules, source }: PreparedCourse, id: string): Entry | null {
  const prepared = modules.find(({ module }) => module.id === id);
  const name = assetPaths(JSON.stringify(prepared?.module.pages ?? [])).find((path) => PICTURES.includes(extname(path).toLowerCase()));
  const stat = name === undefined ? 'missing' : inspect(source.folder, name);
  return name === undefined || typeof stat === 'string' ? null : { name, path: onDisk(source.folder, name), bytes: stat.size };
}
