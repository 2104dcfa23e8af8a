import type { TypeFolder } from 'virtual:cartable-types';
import { compiled } from '../html/handlebars.ts';
import type { ActivityType } from './activity-type.ts';

/** The type that a folder holds, ready to use. */
export function typeOfFolder({ name, definition, scoring, strings, template, print, hasRuntime }: TypeFolder): ActivityType {
  return {
    ...definition,
    name,
    strings,
    hasRuntime,
    template: compiled(template),
    ...(print && { print: compiled(print) }),
    ...(scoring && { scoring }),
  };
}
