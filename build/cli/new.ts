import { relative } from 'node:path';
import { slug } from '../model/slug.ts';
import type { CommandContext } from './context.ts';
import { addGuideSections } from './guide-sections.ts';
import { isInClone, newActivity, titleOf } from './new-activity.ts';
import { newCourse } from './new-course.ts';
import { newModule } from './new-module.ts';
import { missingScripts } from './package-scripts.ts';
import { fill, strings } from './strings.ts';

export interface NewOptions {
  /** Folder of the course that gets the session. */
  readonly course?: string;
}

function make(kind: string, id: string, title: string, options: NewOptions, context: CommandContext): readonly string[] | string {
  if (kind === 'course') return newCourse(id, title, context);
  if (kind === 'module') return newModule(id, title, options.course, context);
  return newActivity(id, context);
}

/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Characters of the longest title, as in `course.yaml`. */
const LONGEST = 200;

/** Explains why a name can't be used; undefined if it can. */
function refusal(name: string, id: string, { language }: CommandContext): string | undefined {
  const w = strings[language];
  if (name.trim().length > LONGEST) return fill(w.longName, { n: name.trim().length, most: LONGEST });
  if (id === '') return fill(w.noName, { name });
  return DEVICE.test(id) ? fill(w.deviceName, { name: id, other: language === 'fr' ? `cours-${id}` : `course-${id}` }) : undefined;
}

/** `cartable new`. Exit codes: 0 made; 2 not possible with this name or in this folder, and nothing was written. */
export async function runNew(kind: string, name: string, options: NewOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const id = slug(name, '');
  const made = refusal(name, id, context) ?? make(kind, id, name.trim().replace(/\s+/g, ' '), options, context);
  if (typeof made === 'string') {
    context.complain(made);
    return 2;
  }
  const isOurs = kind === 'activity' && isInClone(context);
  const guides = isOurs ? addGuideSections(id, titleOf(id), context.root) : [];
  const missing = kind === 'course' ? missingScripts(context) : null;
  context.print(
    [
      w.made,
      ...made.map((path) => `  ${relative(process.cwd(), path)}`),
      ...(guides.length > 0 ? [fill(w.sections, { paths: guides.join(', ') })] : []),
      ...(missing ? [fill(w.scripts, missing)] : []),
      fill(w.next, {
        command: isOurs ? `npx --no vitest run templates/${id}` : context.command(kind === 'activity' ? 'gallery' : 'preview'),
      }),
    ].join('\n'),
  );
  return 0;
}
