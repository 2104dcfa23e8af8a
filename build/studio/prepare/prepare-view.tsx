import { useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Target } from '../../../src/model/course/course.ts';
import type { StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import type { Cursor, Studio } from '../studio.ts';
import { ChangeStep } from './change-step.tsx';
import { CheckStep } from './check-step.tsx';
import { MoodleSteps } from './moodle-steps.tsx';
import { PackagePanel } from './package-panel.tsx';
import { type Choice, Preparation } from './preparation.ts';

/** Chooses what is packed, for whom and in which format. */
function Choices({ work, studio }: { readonly work: Preparation; readonly studio: Studio }) {
  const { course } = studio.checked.value;
  const { name, cohort, target } = work.choice.value;
  const choose = (change: Partial<Choice>): void => {
    work.old.value = null;
    work.choice.value = { ...work.choice.value, ...change };
  };
  if (!course) return null;
  return (
    <div class="s-choices">
      <label>
        {t('prepare.what')}
        <select class="s-input" value={name} onChange={(event) => choose({ name: event.currentTarget.value })}>
          {course.sessions.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {course.sessions.length > 1 && <option value={course.id}>{t('prepare.whole', { n: course.sessions.length })}</option>}
        </select>
      </label>
      <label>
        {t('prepare.cohort')}
        <select class="s-input" value={cohort} onChange={(event) => choose({ cohort: event.currentTarget.value })}>
          <option value="">{t('prepare.cohort.none')}</option>
          {course.cohorts.map((one) => (
            <option key={one.name} value={one.name}>
              {t('prepare.cohort.some', { title: one.title })}
            </option>
          ))}
        </select>
      </label>
      {course.targets.length > 1 && (
        <label title={t('prepare.format.about')}>
          {t('prepare.format')}
          <select class="s-input" value={target} onChange={(event) => choose({ target: event.currentTarget.value as Target })}>
            {course.targets.map((one) => (
              <option key={one} value={one}>
                {t(`prepare.target.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** « Préparer pour Moodle »: check, see what changes, make the package, and follow the steps in Moodle. */
export function PrepareView({
  studio,
  settings,
  onGo = (place) => studio.goTo(place),
}: {
  readonly studio: Studio;
  readonly settings: StudioSettings;
  /** Shows a place in the text. */
  onGo?(place: Cursor): void;
}) {
  const work = useMemo(() => new Preparation(studio), [studio]);
  useSignalEffect(() => {
    if (studio.revision.value > 0 && work.choice.value.name !== '' && work.old.value !== undefined) void work.look();
  });
  return (
    <main class="s-out">
      <h1>{t('prepare.title')}</h1>
      <Choices work={work} studio={studio} />
      <div class="s-split">
        <div>
          <CheckStep studio={studio} checked={studio.checked.value} prepared={work.prepared.value} onGo={onGo} />
          <ChangeStep work={work} studio={studio} onGo={onGo} />
        </div>
        <PackagePanel work={work} />
      </div>
      <MoodleSteps work={work} settings={settings} />
    </main>
  );
}
