import { t } from '../words.ts';
import { Button } from './button.tsx';
import { download } from './download.ts';
import { PreviewPane } from './preview-pane.tsx';
import { chosenSession } from './sessions.ts';
import { TextPane } from './text-pane.tsx';
import type { ViewProps } from './view-props.ts';

/** The view to write in: text and preview. */
export function WriteView({ studio, settings }: ViewProps) {
  const { problems } = studio.checked.value;
  const session = chosenSession(studio);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;

  async function pack(): Promise<void> {
    if (!session) return;
    const { files, packages } = await studio.pack({ names: [session.id], targets: ['scorm12'], cohorts: [''], sheets: true });
    for (const path of packages) {
      const bytes = files.get(path);
      if (bytes) download(path.replace(/^.*\//, ''), bytes);
    }
  }

  return (
    <main class="s-write">
      {session && (
        <div class="s-panes">
          <TextPane key={session.path} studio={studio} path={session.path} nonce={settings.nonce} />
          <PreviewPane studio={studio} session={session.id} settings={settings} />
        </div>
      )}
      <footer class="s-status">
        <p role="status">{errors + others === 0 ? t('write.clean') : t('write.problems', { errors, others })}</p>
        <Button icon="download" onClick={() => void pack()} disabled={errors > 0}>
          {t('write.pack')}
        </Button>
      </footer>
    </main>
  );
}
