import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { coursesIn } from '../storage/course-layout.ts';
import { type RecentCourse, recentCourses } from '../storage/recent.ts';
import { ServerStore, takeKey } from '../storage/server-store.ts';
import type { Store } from '../storage/store.ts';
import { Button } from '../ui/button.tsx';
import { language, t } from '../words.ts';
import { RemoveCourse } from './remove-course.tsx';

/** Ways to open a course that this list offers. */
export interface CourseOpeners {
  recent(course: RecentCourse): Promise<void>;
  zip(file: File): Promise<void>;
  served(store: Store, course: string): Promise<void>;
}

/** Courses of the folder that `cartable studio` serves. */
interface Served {
  readonly store: Store;
  readonly courses: readonly string[];
}

/** Finds the courses of the server that this page comes from; null if it is no server of a project. */
async function servedCourses(): Promise<Served | null> {
  const key = takeKey();
  const store = key === null ? null : await ServerStore.open(key);
  return store && { store, courses: coursesIn((await store.list()).keys()) };
}

function dayOf(time: number): string {
  return time === 0 ? '' : new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' }).format(time);
}

/** Courses to go on with: those of the served folder, and recent ones; and a way in for a course as one file. */
export function KnownCourses({ openers }: { readonly openers: CourseOpeners }) {
  const recent = useSignal<readonly RecentCourse[]>([]);
  const served = useSignal<Served | null>(null);
  const leaving = useSignal<RecentCourse | null>(null);
  useEffect(() => {
    void recentCourses().then((found) => (recent.value = found));
    void servedCourses().then((found) => {
      served.value = found;
      const [only, ...others] = found?.courses ?? [];
      if (found && only !== undefined && others.length === 0) void openers.served(found.store, only);
    });
  }, [recent, served]);

  async function removed(isRemoved: boolean): Promise<void> {
    leaving.value = null;
    if (isRemoved) recent.value = await recentCourses();
  }
  return (
    <>
      <ZipButton onFile={(file) => void openers.zip(file)} />
      {served.value && served.value.courses.length > 0 && <h2>{t('start.served', { name: served.value.store.name })}</h2>}
      {served.value?.courses.map((course) => (
        <Button key={course} onClick={() => served.value && void openers.served(served.value.store, course)}>
          {course.replace('modules/', '')}
        </Button>
      ))}
      {recent.value.length > 0 && <h2>{t('start.resume')}</h2>}
      <ul class="s-recent">
        {recent.value.map((course) => (
          <li key={course.id}>
            <Button icon={course.kind === 'folder' ? 'folder' : 'hard-drive'} onClick={() => void openers.recent(course)}>
              {course.title}
            </Button>
            <span class="s-muted">
              {course.sessions > 0 && t('start.sessions', { n: course.sessions })} {dayOf(course.opened)}
            </span>
            <Button look="quiet" icon="x" label={t('storage.remove', { title: course.title })} onClick={() => (leaving.value = course)} />
          </li>
        ))}
      </ul>
      {leaving.value && <RemoveCourse course={leaving.value} onDone={(isRemoved) => void removed(isRemoved)} />}
    </>
  );
}

/** Opens a course that came as one file. */
function ZipButton({ onFile }: { onFile(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="file-archive" onClick={() => input.current?.click()}>
        {t('start.zip')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('start.zip')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
