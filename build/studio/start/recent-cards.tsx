import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { RemoveCourse } from '../safety/remove-course.tsx';
import { type RecentCourse, recentCourses } from '../storage/recent.ts';
import { language, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { toneOf } from './tones.ts';

/** Number of cards that are shown at first. */
const FEW = 6;

/** Returns when a course was open last: the time today, else the day. '' if it is unknown. */
export function whenWords(time: number, now: number): string {
  if (time === 0) return '';
  const [then, today] = [new Date(time), new Date(now)];
  if (then.toDateString() === today.toDateString()) {
    return t('start.today', { time: new Intl.DateTimeFormat(language.value, { timeStyle: 'short' }).format(then) });
  }
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'long', ...year }).format(then);
}

/** Courses that were open on this device, the last one first. */
export function RecentCards({ onOpen }: { onOpen(course: RecentCourse): void }) {
  const courses = useSignal<readonly RecentCourse[]>([]);
  const areAllShown = useSignal(false);
  const leaving = useSignal<RecentCourse | null>(null);
  useEffect(() => {
    void recentCourses().then((found) => {
      courses.value = found;
    });
  }, [courses]);
  const removed = async (isRemoved: boolean): Promise<void> => {
    leaving.value = null;
    if (isRemoved) courses.value = await recentCourses();
  };
  if (courses.value.length === 0) return null;
  const shown = areAllShown.value ? courses.value : courses.value.slice(0, FEW);
  return (
    <section class="s-section">
      <h2>{t('start.resume')}</h2>
      <ul class="s-recent">
        {shown.map((course) => (
          <li key={course.id}>
            <RecentCard course={course} onOpen={() => onOpen(course)} />
            <Button
              look="quiet"
              icon="x"
              more="s-recent-leave"
              label={t('storage.remove', { title: course.title })}
              onClick={() => {
                leaving.value = course;
              }}
            />
          </li>
        ))}
      </ul>
      {shown.length < courses.value.length && (
        <Button
          look="quiet"
          onClick={() => {
            areAllShown.value = true;
          }}
        >
          {t('start.all', { n: courses.value.length })}
        </Button>
      )}
      {leaving.value && <RemoveCourse course={leaving.value} onDone={(isRemoved) => void removed(isRemoved)} />}
    </section>
  );
}

function RecentCard({ course: { kind, title, sessions, opened, name }, onOpen }: { readonly course: RecentCourse; onOpen(): void }) {
  const when = whenWords(opened, Date.now());
  return (
    <button type="button" class="s-tile s-recent-card" onClick={onOpen}>
      <span class={`s-tile-picture s-on-${toneOf(name)}`} aria-hidden="true">
        <span class="s-initial">{[...title][0]?.toUpperCase()}</span>
      </span>
      <span class="s-tile-words">
        <strong>{title}</strong>
        {sessions > 0 && <span>{t('start.sessions', { n: sessions })}</span>}
        <span class="s-recent-where">
          <Icon name={kind === 'folder' ? 'folder' : 'hard-drive'} small />
          {t(kind === 'folder' ? 'start.inFolder' : 'start.inBrowser')}
          {when !== '' && ` · ${when}`}
        </span>
      </span>
    </button>
  );
}
