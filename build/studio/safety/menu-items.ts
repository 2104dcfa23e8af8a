import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import type { IconName } from '../ui/icon.tsx';
import { downloadCourse } from './download-course.ts';

/** An entry of the course's menu. */
interface Item {
  readonly label: string;
  readonly icon: IconName;
  run(): void;
}

/** Entries of the course's menu: a copy of the course, and its versions. */
export function safetyItems(studio: Studio): Item[] {
  return [
    { label: t('storage.download'), icon: 'download', run: () => downloadCourse(studio) },
    { label: t('storage.versions'), icon: 'history', run: () => (studio.asked.value = 'versions') },
  ];
}
