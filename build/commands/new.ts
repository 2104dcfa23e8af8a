import { relative } from 'node:path';
import { slug } from '../slug.ts';
import type { CommandContext } from './context.ts';
import { newActivity } from './new-activity.ts';
import { newCourse } from './new-course.ts';
import { newModule } from './new-module.ts';
import { missingScripts } from './package-scripts.ts';
import { say, words } from './words.ts';

export interface NewOptions {
  /** Folder of the course that gets the session. */
  readonly course?: string;
}

function make(kind: string, id: string, title: string, options: NewOptions, context: CommandContext): readonly string[] | string {
  if (kind === 'course') return newCourse(id, title, context);
  if (kind === 'module') return newModule(id, title, options.course, context);
  return newActivity(id, context);
}

/** `cartable new`. Exit codes: 0 made; 2 it can't be made under this name or in this place, and nothing was written. */
export async function runNew(kind: string, name: string, options: NewOptions, context: CommandContext): Promise<number> {
  const w = words[context.language];
  const id = slug(name, '');
  const made = id === '' ? say(w.noName, { name }) : make(kind, id, name.trim(), options, context);
  if (typeof made === 'string') {
    context.complain(made);
    return 2;
  }
  const missing = kind === 'course' ? missingScripts(context) : null;
  context.print(
    [
      w.made,
      ...made.map((path) => `  ${relative(process.cwd(), path)}`),
      ...(missing ? [say(w.scripts, missing)] : []),
      say(w.next, { command: kind === 'activity' ? `npx --no vitest run templates/${id}` : context.command('preview') }),
    ].join('\n'),
  );
  return 0;
}
