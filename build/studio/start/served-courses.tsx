import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { coursesIn } from '../storage/course-layout.ts';
import { servedStore } from '../storage/server-store.ts';
import type { Store } from '../storage/store.ts';
import { t } from '../strings.ts';
import { Icon } from '../ui/icon.tsx';

/** Courses of the folder that `cartable studio` serves. */
interface Served {
  readonly store: Store;
  readonly courses: readonly string[];
}

/** Finds the courses of the server that this page comes from; null if it is no server of a project. */
async function servedCourses(): Promise<Served | null> {
  const store = await servedStore();
  return store && { store, courses: coursesIn((await store.list()).keys()) };
}

/** Courses of the served folder. The only one opens by itself. */
export function ServedCourses({ onOpen }: { onOpen(store: Store, course: string): void }) {
  const served = useSignal<Served | null>(null);
  useEffect(() => {
    void servedCourses().then((found) => {
      served.value = found;
      const [only, ...others] = found?.courses ?? [];
      if (found && only !== undefined && others.length === 0) onOpen(found.store, only);
    });
  }, [served]);
  if (!served.value || served.value.courses.length === 0) return null;
  const { store, courses } = served.value;
  return (
    <section class="s-section">
      <h2>{t('start.served', { name: store.name })}</h2>
      <ul class="s-recent">
        {courses.map((course) => (
          <li key={course}>
            <button type="button" class="s-tile s-recent-card" onClick={() => onOpen(store, course)}>
              <span class="s-tile-picture s-on-sky" aria-hidden="true">
                <Icon name="folder-open" />
              </span>
              <span class="s-tile-words">
                <strong>{course.replace('modules/', '')}</strong>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
