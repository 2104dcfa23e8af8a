import { t } from '../strings.ts';
import type { CourseDesk } from './desk.ts';
import type { Use } from './usage.ts';

/** Lists where something is used, with links to the text. */
export function Uses({
  desk,
  uses,
  name,
  text,
}: {
  readonly desk: CourseDesk;
  readonly uses: readonly Use[];
  readonly name: string;
  readonly text?: string;
}) {
  if (uses.length === 0) return <span class="s-course-about">{t('course.unused')}</span>;
  return (
    <details class="s-course-uses">
      <summary>
        {text ?? t('course.used', { n: uses.length })}
        <span class="s-hidden"> : {name}</span>
      </summary>
      <ul>
        {uses.map(({ path, line, page }) => (
          <li key={`${path}:${line}`}>
            <button type="button" class="s-course-link" onClick={() => desk.open(path, line)}>
              {page || t('course.head')}
            </button>{' '}
            <span class="s-course-about">{t('course.place', { file: path.slice(desk.studio.course.length + 1), line })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
