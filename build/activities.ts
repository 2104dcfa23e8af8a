import { folders, forms as formFiles } from 'virtual:cartable-types';
import type { ActivityType, ReadForm } from './activity-type.ts';
import { compiled } from './render/handlebars.ts';

let loaded: ReadonlyMap<string, ActivityType> | undefined;

/** The types of `templates/`, by name. */
export function activityTypes(): ReadonlyMap<string, ActivityType> {
  loaded ??= new Map(
    folders.map(({ name, schema, scoring, strings, template, print, hasRuntime }) => [
      name,
      {
        ...schema,
        name,
        strings,
        hasRuntime,
        template: compiled(template),
        ...(print && { print: compiled(print) }),
        ...(scoring && { scoring }),
      },
    ]),
  );
  return loaded;
}

/** The body forms of `build/markdown/forms/`, by name. */
export const bodyForms: ReadonlyMap<string, ReadForm> = new Map(Object.entries(formFiles));
