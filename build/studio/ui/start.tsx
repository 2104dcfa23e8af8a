import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StudioSettings } from '../settings.ts';
import { browserProjects } from '../storage/browser-storage.ts';
import { t } from '../words.ts';

/** Ways to open a course. */
export interface Openers {
  sample(name: string): Promise<void>;
  kept(name: string): Promise<void>;
  folder(): Promise<void>;
}

type SampleName = 'partenariats-reseaux' | 'repair-cafe';

/** The first view: open a folder, go on, or look at a sample. */
export function StartView({
  settings,
  openers,
  problem,
  onImport,
}: {
  readonly settings: StudioSettings;
  readonly openers: Openers;
  readonly problem: string;
  onImport(): void;
}) {
  const kept = useSignal<readonly string[]>([]);
  useEffect(() => {
    void browserProjects().then((names) => (kept.value = names));
  }, [kept]);
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
      {kept.value.length > 0 && <h2>{t('start.resume')}</h2>}
      {kept.value.map((name) => (
        <button type="button" key={name} onClick={() => void openers.kept(name)}>
          {name}
        </button>
      ))}
      <button type="button" onClick={onImport}>
        {t('import.title')}
      </button>
      <h2>{t('start.samples')}</h2>
      {(Object.keys(settings.samples) as SampleName[]).map((name) => (
        <button type="button" key={name} onClick={() => void openers.sample(name)}>
          <strong>{t(`sample.${name}`)}</strong> {t(`sample.${name}.about`)}
        </button>
      ))}
    </main>
  );
}
