import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isMade } from '../storage/course-layout.ts';
import { differences, MOST_VERSIONS, takenBack, type Version, type Versions } from '../storage/versions.ts';
import { language, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Watch } from './watch.ts';

/** Properties of the list of versions. */
interface VersionsProps {
  readonly studio: Studio;
  readonly watch: Watch;
  readonly versions: Versions;
}

function timeOf({ time }: Version): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

function reasonOf({ kind, packages }: Version): string {
  return kind === 'packed' ? t('storage.versions.packed', { names: packages.join(', ') }) : t(`storage.versions.${kind}`);
}

/** Describes in words what differs between a version and the files of today. */
async function comparisonOf(version: Version, { studio, versions }: VersionsProps): Promise<readonly string[]> {
  const found = differences(await versions.read(version), studio.project.all);
  const lines = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
    const paths = found[kind].filter((path) => !isMade(path)).map((path) => path.replace(`${studio.course}/`, ''));
    return paths.length > 0 ? [t(`storage.versions.${kind}`, { files: paths.join(', ') })] : [];
  });
  return lines.length > 0 ? lines : [t('storage.versions.same')];
}

/** Lists the versions of a course: to compare with now, and to take back. */
export function VersionsDialog(props: VersionsProps) {
  const { studio, watch, versions } = props;
  const list = useSignal<readonly Version[] | null>(null);
  const compared = useSignal<{ readonly time: number; readonly lines: readonly string[] } | null>(null);
  /** The version that was taken back, and the one to undo that with. */
  const restored = useSignal<{ readonly to: Version; readonly before: Version | undefined } | null>(null);

  async function load(): Promise<readonly Version[]> {
    list.value = await versions.list();
    return list.value;
  }
  useEffect(() => void load(), [versions]);

  async function keep(): Promise<void> {
    await watch.keepVersion('asked');
    await load();
  }
  async function takeBack(version: Version): Promise<void> {
    const files = await versions.read(version);
    // Without a way back, nothing is taken back.
    if (!(await watch.keepVersion('before'))) return;
    studio.replace(takenBack(files, studio.project.all));
    compared.value = null;
    restored.value = { to: version, before: (await load())[0] };
  }

  return (
    <Dialog title={t('storage.versions')} onClose={() => (studio.asked.value = null)}>
      <p class="s-muted">{t('storage.versions.lead', { most: MOST_VERSIONS })}</p>
      <p role="status">{restored.value && t('storage.versions.restored', { time: timeOf(restored.value.to) })}</p>
      <p class="s-versions-all">
        {restored.value?.before && (
          <Button look="soft" icon="rotate-ccw" onClick={() => restored.value?.before && void takeBack(restored.value.before)}>
            {t('storage.versions.undo')}
          </Button>
        )}
        <Button icon="save" onClick={() => void keep()}>
          {t('storage.versions.now')}
        </Button>
      </p>
      {list.value?.length === 0 && <p>{t('storage.versions.none')}</p>}
      <ul class="s-versions">
        {list.value?.map((version) => (
          <li key={version.time}>
            <span class="s-versions-time">{timeOf(version)}</span>
            <strong>{reasonOf(version)}</strong>
            <span class="s-versions-buttons">
              <Button
                look="quiet"
                aria-label={`${t('storage.versions.compare')}, ${t('storage.versions.at', { time: timeOf(version) })}`}
                onClick={async () => (compared.value = { time: version.time, lines: await comparisonOf(version, props) })}
              >
                {t('storage.versions.compare')}
              </Button>
              <Button
                look="quiet"
                aria-label={`${t('storage.versions.restore')}, ${t('storage.versions.at', { time: timeOf(version) })}`}
                disabled={studio.readOnly.value}
                onClick={() => void takeBack(version)}
              >
                {t('storage.versions.restore')}
              </Button>
            </span>
            <div class="s-versions-lines" role="status">
              {compared.value?.time === version.time && compared.value.lines.map((line) => <p key={line}>{line}</p>)}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
