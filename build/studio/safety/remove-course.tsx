import { Project } from '../project.ts';
import { courseZip } from '../storage/course-zip.ts';
import { forget, type RecentCourse, reopen } from '../storage/recent.ts';
import { Versions } from '../storage/versions.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { download } from '../ui/download.ts';

/** Gives a course that isn't open as one file. */
async function downloadRecent(course: RecentCourse): Promise<void> {
  const project = await Project.open(await reopen(course));
  const { name, bytes } = courseZip(project.all, course.title, new Date());
  download(name, bytes);
}

/** Properties of the question before a course leaves the list. */
interface RemoveProps {
  readonly course: RecentCourse;
  /** @param isRemoved false: the author has changed their mind */
  onDone(isRemoved: boolean): void;
}

/** Asks before a course leaves the list: one of this browser is deleted for good, and can be downloaded first. */
export function RemoveCourse({ course, onDone }: RemoveProps) {
  const isOurs = course.kind === 'browser';
  async function remove(): Promise<void> {
    await forget(course);
    if (isOurs) await new Versions(course.id).removeAll();
    onDone(true);
  }
  const foot = (
    <>
      {isOurs && (
        <Button icon="download" onClick={() => void downloadRecent(course)}>
          {t('storage.download')}
        </Button>
      )}
      <Button onClick={() => onDone(false)}>{t('cancel')}</Button>
      <Button look={isOurs ? 'danger' : 'primary'} onClick={() => void remove()}>
        {t(isOurs ? 'storage.remove.yes' : 'storage.remove.list')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('storage.remove.title', { title: course.title })} size="narrow" foot={foot} onClose={() => onDone(false)}>
      <p>{t(isOurs ? 'storage.remove.browser' : 'storage.remove.folder')}</p>
    </Dialog>
  );
}
