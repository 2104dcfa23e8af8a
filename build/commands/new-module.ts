import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { addModule } from '../add-module.ts';
import { coursesIn } from '../course-folders.ts';
import { Diagnostics } from '../diagnostics.ts';
import { withCommands } from '../messages/format.ts';
import { prepareCourse } from '../prepare-course.ts';
import { someNames } from '../some-names.ts';
import { statOrNull } from '../stat.ts';
import { writeWhole } from '../write-whole.ts';
import type { CommandContext } from './context.ts';
import { sessionText } from './skeletons.ts';
import { say, words } from './words.ts';

/** The folder of the course that is meant, or the sentence that says why none is. */
function findCourse(name: string | undefined, context: CommandContext): { folder: string } | string {
  const w = words[context.language];
  const folders = coursesIn(context.modules);
  const names = folders.map((folder) => basename(folder));
  if (folders.length === 0) return withCommands(w.noCourseYet, context.command);
  if (name === undefined) {
    const [only] = folders;
    return only !== undefined && folders.length === 1 ? { folder: only } : say(w.whichCourse, { names: someNames(names) });
  }
  const folder = folders[names.indexOf(name)];
  return folder === undefined ? say(w.unknownCourse, { name, names: someNames(names) }) : { folder };
}

/** Ids that stand in a course, whatever else may be wrong in it. */
function idsIn(folder: string): ReadonlySet<string> {
  const course = prepareCourse(folder, { provisional: true, builtBefore: [] }, new Diagnostics());
  const units = [...(course?.modules ?? []), ...(course?.banks.values() ?? [])];
  return new Set(units.flatMap((unit) => unit.ids.map(([id]) => id)));
}

/**
 * Makes a session of a course and adds it to `course.yaml`.
 * @returns the files made or changed, or the sentence that says why not
 */
export function newModule(id: string, title: string, course: string | undefined, context: CommandContext): readonly string[] | string {
  const { language } = context;
  const w = words[language];
  const found = findCourse(course, context);
  if (typeof found === 'string') return found;
  const path = join(found.folder, `${id}.md`);
  const yaml = join(found.folder, 'course.yaml');
  if (existsSync(path)) return say(w.exists, { name: id, path: relative(process.cwd(), path) });
  if (!statOrNull(yaml)?.isFile()) return say(w.noModules, { path: relative(process.cwd(), yaml) });
  const text = sessionText({ id, title }, language);
  const taken = idsIn(found.folder);
  const clash = [id, ...[...text.matchAll(/\{#([a-z0-9-]+)/g)].map(([, own = '']) => own)].find((own) => taken.has(own));
  if (clash !== undefined) return say(w.idTaken, { name: clash });
  const list = addModule(readFileSync(yaml, 'utf8'), id);
  if (list === null) return say(w.noModules, { path: relative(process.cwd(), yaml) });
  writeWhole(path, text);
  try {
    writeWhole(yaml, list);
  } catch (error) {
    // A session that no course lists would be in the way of the next try.
    rmSync(path, { force: true });
    throw error;
  }
  return [path, yaml];
}
