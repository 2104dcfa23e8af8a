import type { Aim, Cover, Person } from '../../model/cover.ts';
import type { ModuleFile } from '../../model/read-file.ts';
import { typography } from '../../text/typography.ts';
import type { CourseContext } from './context.ts';
import { personOf, pictogramOf } from './people.ts';

type Front = ModuleFile['front'];

/** Recommended maximum size of a cover's picture in kilobytes: every learner waits for it at launch. */
const LIGHT = 60;

function aimsOf({ value, at }: Front, context: CourseContext): Aim[] {
  return value.aims.map((aim, index) => {
    const { text, icon } = typeof aim === 'string' ? { text: aim, icon: undefined } : aim;
    const found = icon === undefined ? '' : pictogramOf(icon, at('aims', index, 'icon'), context);
    return { text: typography(text, context.course.lang), ...(found !== '' && { icon: found }) };
  });
}

/** Returns the marker of the cover's picture. Reports a large one. */
function pictureOf(path: string, { at }: Front, context: CourseContext): string {
  const has = Math.round(context.bytes(path) / 1000);
  if (has > LIGHT) context.diagnostics.notice('heavy-cover', at('cover'), { file: path, has, limit: LIGHT });
  return context.asset(path, at('cover'));
}

function peopleOf(names: readonly string[], { at }: Front, context: CourseContext): Person[] {
  return names.flatMap((name, index) => personOf(name, undefined, at('people', index), context) ?? []);
}

/** Reads the cover's data from the front matter. */
export function coverOf(front: Front, context: CourseContext): Cover {
  const { lead, cover, people } = front.value;
  return {
    ...(lead !== undefined && { lead: typography(lead, context.course.lang) }),
    aims: aimsOf(front, context),
    ...(cover !== undefined && { picture: pictureOf(cover, front, context) }),
    ...(people && { people: peopleOf(people, front, context) }),
  };
}
