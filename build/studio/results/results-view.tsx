import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Icon } from '../prepare/icons.tsx';
import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { t } from '../words.ts';
import { ReportPages } from './report-pages.tsx';
import { Reporting } from './reporting.ts';

/** Where files are dropped or chosen. */
function DropZone({ work }: { readonly work: Reporting }) {
  const isOver = useSignal(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    isOver.value = false;
    void work.add(event.dataTransfer?.files ?? []);
  };
  const choose = (event: { readonly currentTarget: HTMLInputElement }): void => {
    const { currentTarget: field } = event;
    void work.add([...(field.files ?? [])]).then(() => (field.value = ''));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same.
    <div
      class={isOver.value ? 's-drop is-over' : 's-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={drop}
    >
      <Icon name="chart" />
      <div class="s-drop-words">
        <p>
          <b>{t('results.drop')}</b>
        </p>
        <p class="s-small">{t('results.drop.about')}</p>
        <p class="s-small s-muted s-line">
          <Icon name="lock" />
          <span>{t('results.private')}</span>
        </p>
      </div>
      <div class="s-line">
        <label class="s-btn s-pick">
          {t('results.choose')}
          <input type="file" multiple onChange={choose} />
        </label>
        <label class="s-btn is-quiet s-pick">
          {t('results.folder')}
          <input type="file" multiple ref={(field) => field?.setAttribute('webkitdirectory', '')} onChange={choose} />
        </label>
      </div>
    </div>
  );
}

/** The files that were given, each to be removed. */
function Given({ work }: { readonly work: Reporting }) {
  if (work.files.value.length === 0) return null;
  return (
    <section class="s-given" aria-label={t('results.files')}>
      <ul>
        {work.files.value.map(({ name }) => (
          <li key={name} class="s-out-chip">
            <span>{name}</span>
            <button type="button" aria-label={t('results.remove', { name })} onClick={() => void work.remove(name)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <label class="s-check">
        <input type="checkbox" checked={work.isAnonymous.value} onChange={(event) => void work.setAnonymous(event.currentTarget.checked)} />
        {t('results.anonymous')}
      </label>
      <button type="button" class="s-btn is-quiet" onClick={() => work.clear()}>
        {t('results.clear')}
      </button>
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
      <DropZone work={work} />
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
          <Icon name="stop" />
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
