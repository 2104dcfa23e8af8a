import { folders } from 'virtual:cartable-types';
import type { ActivityType } from './activity-type.ts';
import { typeOfFolder } from './type-of-folder.ts';

/** The types of `templates/`, by name. */
export const activityTypes: ReadonlyMap<string, ActivityType> = new Map(folders.map((folder) => [folder.name, typeOfFolder(folder)]));
