import { useComputed, useSignal } from '@preact/signals';
import { PreviewPane } from '../preview/preview-pane.tsx';
import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { t } from '../words.ts';
import { download } from './download.ts';
import { TextPane } from './text-pane.tsx';

/** A view of the open course. */
export type View = 'write' | 'prepare' | 'results';

/** The view to write in: text and preview. */
export function WriteView({
  studio,
  settings,
  onBack,
  onView,
  onImport,
}: {
  readonly studio: Studio;
  readonly settings: StudioSettings;
  onBack(): void;
  onView(view: View): void;
  onImport(): void;
}) {
  const { checked, saving } = studio;
  const chosen = useSignal('');
  const session = useComputed(() => {
    const sessions = checked.value.course?.sessions ?? [];
    return sessions.find(({ id }) => id === chosen.value) ?? sessions[0];
  });
  const errors = checked.value.problems.filter(({ severity }) => severity === 'error').length;
  const others = checked.value.problems.length - errors;

  async function pack(): Promise<void> {
    if (!session.value) return;
    const { files, packages } = await studio.pack({ names: [session.value.id], targets: ['scorm12'], cohorts: [''], sheets: true });
    for (const path of packages) {
      const bytes = files.get(path);
      if (bytes) download(path.replace(/^.*\//, ''), bytes);
    }
  }

  return (
    <div class="s-write">
      <header class="s-bar">
        <button type="button" onClick={onBack}>
          {t('back')}
        </button>
        <strong>{checked.value.course?.title}</strong>
        <label>
          {t('write.session')}{' '}
          <select value={session.value?.id} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {checked.value.course?.sessions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <span role="status">{t(`saving.${saving.value.kind}`)}</span>
        <button type="button" onClick={onImport}>
          {t('import.title')}
        </button>
        <button type="button" onClick={() => onView('results')}>
          {t('view.results')}
        </button>
        <button type="button" onClick={() => onView('prepare')}>
          {t('view.prepare')}
        </button>
        <button type="button" onClick={() => void pack()} disabled={errors > 0}>
          {t('write.pack')}
        </button>
      </header>
      <p role="status">{errors + others === 0 ? t('write.clean') : t('write.problems', { errors, others })}</p>
      {session.value && (
        <div class="s-panes">
          <TextPane key={session.value.path} studio={studio} path={session.value.path} nonce={settings.nonce} />
          <PreviewPane studio={studio} session={session.value} settings={settings} />
        </div>
      )}
    </div>
  );
}
