import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { addModule } from '../files/add-module.ts';
import { statOrNull } from '../host/node/stat.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import { openCourse } from '../open-course.ts';
import type { CommandContext } from './context.ts';
import { findCourse } from './find-course.ts';
import { sessionText } from './skeletons.ts';
import { fill, strings } from './strings.ts';

/** Lists the ids in a course, even if it has errors. */
function idsIn(folder: string, { engine }: CommandContext): ReadonlySet<string> {
  const course = openCourse(folder, { provisional: true }, engine, new Diagnostics());
  return new Set((course?.modules ?? []).flatMap(({ ids }) => ids.map(([id]) => id)));
}

/**
 * Makes a session of a course and adds it to `course.yaml`.
 * @returns the files made or changed, or the reason why not
 */
export function newModule(id: string, title: string, course: string | undefined, context: CommandContext): readonly string[] | string {
  const { language } = context;
  const w = strings[language];
  const found = findCourse(course, context);
  if (typeof found === 'string') return found;
  const path = join(found.folder, `${id}.md`);
  const yaml = join(found.folder, 'course.yaml');
  if (existsSync(path)) return fill(w.exists, { name: id, path: relative(process.cwd(), path) });
  if (!statOrNull(yaml)?.isFile()) return fill(w.noModules, { path: relative(process.cwd(), yaml) });
  const text = sessionText({ id, title }, language);
  const taken = idsIn(found.folder, context);
  const clash = [id, ...[...text.matchAll(/\{#([a-z0-9-]+)/g)].map(([, own = '']) => own)].find((own) => taken.has(own));
  if (clash !== undefined) return fill(w.idTaken, { name: clash });
  const list = addModule(readFileSync(yaml, 'utf8'), id);
  if (list === null) return fill(w.noModules, { path: relative(process.cwd(), yaml) });
  writeWhole(path, text);
  try {
    writeWhole(yaml, list);
  } catch (error) {
    // A session that no course lists would block the next try.
    rmSync(path, { force: true });
    throw error;
  }
  return [path, yaml];
}
