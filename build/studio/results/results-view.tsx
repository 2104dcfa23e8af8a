import { useMemo } from 'preact/hooks';
import type { StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { DropZone } from '../ui/drop-zone.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReportPages } from './report-pages.tsx';
import { Reporting } from './reporting.ts';

/** Place to drop or choose files. */
function Giving({ work }: { readonly work: Reporting }) {
  const take = (files: readonly File[]): void => void work.add(files);
  const about = (
    <>
      <p>{t('results.drop.about')}</p>
      <p class="s-drop-private">
        <Icon name="lock" small />
        {t('results.private')}
      </p>
    </>
  );
  return (
    <DropZone title={t('results.drop')} icon="chart-column" about={about} onFiles={take}>
      <FileButton label={t('results.choose')} many="several" onFiles={take} />
      <FileButton label={t('results.folder')} many="folder" onFiles={take} />
    </DropZone>
  );
}

/** The files that were given, each to be removed. */
function Given({ work }: { readonly work: Reporting }) {
  if (work.files.value.length === 0) return null;
  return (
    <section class="s-given" aria-label={t('results.files')}>
      <ul>
        {work.files.value.map(({ name }) => (
          <li key={name} class="s-given-file">
            <span>{name}</span>
            <Button look="quiet" icon="x" label={t('results.remove', { name })} onClick={() => void work.remove(name)} />
          </li>
        ))}
      </ul>
      <label class="s-check">
        <input type="checkbox" checked={work.isAnonymous.value} onChange={(event) => void work.setAnonymous(event.currentTarget.checked)} />
        {t('results.anonymous')}
      </label>
      <Button onClick={() => work.clear()}>{t('results.clear')}</Button>
    </section>
  );
}

/** « Résultats »: drop what Moodle gives, see and download the report. Nothing leaves the browser. */
export function ResultsView({ studio, settings }: { readonly studio: Studio; readonly settings: StudioSettings }) {
  const work = useMemo(() => new Reporting(studio), [studio]);
  const { value: answer } = work.answer;
  return (
    <main class="s-out">
      <h1>{t('results.title')}</h1>
      <Giving work={work} />
      {!answer && (
        <details class="s-fold" open>
          <summary>{t('results.where')}</summary>
          <ol class="s-where">
            <li>{t('results.where.1')}</li>
            <li>{t('results.where.2')}</li>
            <li>{t('results.where.3')}</li>
          </ol>
        </details>
      )}
      <Given work={work} />
      <p role="status">{work.isBusy.value ? t('results.reading') : ''}</p>
      {work.failure.value !== '' && <p role="alert">{t('results.failed', { why: work.failure.value })}</p>}
      {answer && 'errors' in answer && (
        <section role="alert" class="s-finding is-error">
          <Icon name="circle-alert" />
          <div>
            <h2>{t('results.errors')}</h2>
            <ul>
              {answer.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {answer && 'report' in answer && <ReportPages made={answer} settings={settings} />}
    </main>
  );
}
