import { type CourseOpeners, KnownCourses } from '../safety/known-courses.tsx';
import type { StudioSettings } from '../settings.ts';
import { t } from '../words.ts';

/** Ways to open a course. */
export interface Openers extends CourseOpeners {
  sample(name: string): Promise<void>;
  folder(): Promise<void>;
}

type SampleName = 'partenariats-reseaux' | 'repair-cafe';

/** The first view: open a folder, go on, or look at a sample. */
export function StartView({
  settings,
  openers,
  problem,
}: {
  readonly settings: StudioSettings;
  readonly openers: Openers;
  readonly problem: string;
}) {
  return (
    <main class="s-start">
      <h1>{t('start.title')}</h1>
      <p>{t('start.lead')}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
      {'showDirectoryPicker' in window && (
        <button type="button" onClick={() => void openers.folder()}>
          {t('start.folder')}
        </button>
      )}
      <KnownCourses openers={openers} />
      <h2>{t('start.samples')}</h2>
      {(Object.keys(settings.samples) as SampleName[]).map((name) => (
        <button type="button" key={name} onClick={() => void openers.sample(name)}>
          <strong>{t(`sample.${name}`)}</strong> {t(`sample.${name}.about`)}
        </button>
      ))}
    </main>
  );
}
