import { OWN_TYPE } from '../problem-texts.ts';
import type { StoreReason } from '../storage/store.ts';
import { type Key, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Banner } from './banner.tsx';
import { downloadCourse } from './download-course.ts';
import type { Watch } from './watch.ts';

interface Props {
  readonly studio: Studio;
  readonly watch: Watch;
}

function DownloadButton({ studio, isMain = false }: { readonly studio: Studio; readonly isMain?: boolean }) {
  return (
    <Button look={isMain ? 'primary' : 'plain'} onClick={() => downloadCourse(studio)}>
      {t('storage.download')}
    </Button>
  );
}

/** Finds why files aren't saved, if it isn't that they have changed elsewhere. */
function failureOf({ saving }: Studio): { readonly reason: Exclude<StoreReason, 'changed'>; readonly count: number } | null {
  if (saving.value.kind !== 'failed') return null;
  const { unsaved } = saving.value;
  for (const { reason } of unsaved) if (reason !== 'changed') return { reason, count: unsaved.length };
  return null;
}

const ICONS: Readonly<Record<Exclude<StoreReason, 'changed'>, IconName>> = {
  full: 'circle-alert',
  forbidden: 'folder',
  gone: 'circle-alert',
};

/** Names the texts of a failure: of a server, everything but a lack of room is reported as gone or forbidden. */
function keyOf(reason: Exclude<StoreReason, 'changed'>, kind: 'folder' | 'browser' | 'server'): Key {
  if (reason === 'full') return 'storage.full';
  if (reason === 'gone') return `storage.gone.${kind}`;
  return `storage.forbidden.${kind === 'browser' ? 'browser' : 'folder'}`;
}

/** Banner about activities whose types are in the project's own folder. */
function OwnTypes({ studio }: Pick<Props, 'studio'>) {
  const own = studio.checked.value.problems.filter(({ code }) => code === OWN_TYPE);
  if (own.length === 0) return null;
  const names = [...new Set(own.map(({ values }) => String(values.name)))].sort();
  return (
    <Banner
      tone="warm"
      icon="circle-alert"
      title={t('problems.ownTypes')}
      more={t('problems.ownTypes.more', { names: names.join(', ') })}
    />
  );
}

/** Banner that explains why the course can't be saved. */
function Failure({ studio, watch }: Props) {
  const failure = failureOf(studio);
  if (!failure) return null;
  const { kind, handle } = studio.project.store;
  const key = keyOf(failure.reason, kind);
  const reopens = failure.reason === 'forbidden' && kind === 'folder' && handle !== undefined;
  const room = failure.reason === 'full' && watch.room.value !== null ? ` ${t('storage.full.room', { left: watch.room.value })}` : '';
  return (
    <Banner
      tone={failure.reason === 'forbidden' ? 'warm' : 'wrong'}
      icon={ICONS[failure.reason]}
      title={t(key)}
      more={t(`${key}.more` as Key, { n: failure.count }) + room}
    >
      <DownloadButton studio={studio} isMain={failure.reason === 'full'} />
      <Button look={failure.reason === 'full' ? 'plain' : 'primary'} onClick={() => void watch.tryAgain()}>
        {t(reopens ? 'storage.reopen' : 'storage.retry')}
      </Button>
    </Banner>
  );
}

/** The engine has failed: the text can still be written and saved. */
function EngineFailure({ studio }: Pick<Props, 'studio'>) {
  if (!studio.steady.hasFailed.value) return null;
  return (
    <Banner tone="warm" icon="circle-alert" title={t('storage.engine')} more={t('storage.engine.more')}>
      <DownloadButton studio={studio} />
      <Button look="primary" onClick={() => void studio.checkAgain()}>
        {t('storage.retry')}
      </Button>
    </Banner>
  );
}

/** Versions that differ: nothing is overwritten until the author has chosen. */
function Conflicts({ studio, watch }: Props) {
  const paths = studio.conflicts.value;
  const lock = paths.find((path) => path.endsWith('course.lock.yaml'));
  const others = paths.filter((path) => path !== lock);
  return (
    <>
      {lock !== undefined && (
        <Banner tone="wrong" icon="lock" title={t('storage.lock')} more={t('storage.lock.more')}>
          <Button look="primary" onClick={() => void studio.decide(lock, null)}>
            {t('storage.lock.take')}
          </Button>
        </Banner>
      )}
      {others.length > 0 && (
        <Banner tone="warm" icon="copy" title={t('storage.conflict', { n: others.length })} more={t('storage.conflict.more')}>
          <Button look="primary" onClick={() => (watch.chosen.value = others[0] ?? null)}>
            {t('storage.conflict.choose')}
          </Button>
        </Banner>
      )}
    </>
  );
}

/** Other tabs, what was taken over from outside, and the reminder to keep a copy. */
function News({ studio, watch }: Props) {
  const taken = studio.taken.value;
  const names = taken.map((path) => path.replace(/^.*\//, ''));
  return (
    <>
      {studio.readOnly.value && (
        <Banner tone="info" icon="copy" title={t('storage.tabs')} more={t('storage.tabs.more')}>
          <Button onClick={() => watch.writeHere()}>{t('storage.tabs.here')}</Button>
        </Banner>
      )}
      {watch.isLeaving.value && <Banner tone="warm" icon="clock" title={t('storage.leaving')} more={t('storage.leaving.more')} />}
      {taken.length > 0 && (
        <Banner
          tone="info"
          icon="refresh-cw"
          title={t('storage.taken', { n: taken.length, files: names.join(', ') })}
          more={t('storage.taken.more')}
        >
          <Button onClick={() => (studio.taken.value = [])}>{t('storage.close')}</Button>
        </Banner>
      )}
      {watch.isVersionLost.value && <Banner tone="warm" icon="history" title={t('storage.versions.failed')} />}
      {watch.isReminding.value && (
        <Banner tone="info" icon="hard-drive" title={t('storage.remind')} more={t('storage.remind.more')}>
          <Button onClick={() => watch.remindLater()}>{t('storage.remind.later')}</Button>
          <DownloadButton studio={studio} isMain />
        </Banner>
      )}
    </>
  );
}

/** The lines below the bar of an open course. */
export function Banners(props: Props) {
  return (
    <>
      <Failure {...props} />
      <EngineFailure studio={props.studio} />
      <OwnTypes studio={props.studio} />
      <Conflicts {...props} />
      <News {...props} />
    </>
  );
}
