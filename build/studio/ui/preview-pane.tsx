import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Player } from '../play/player.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { t } from '../words.ts';

const LEARNER = { id: 'camille', name: 'Martin, Camille' };

/** Plays the session beside its text, as a learner sees it. */
export function PreviewPane({
  studio,
  session,
  settings,
}: {
  readonly studio: Studio;
  readonly session: string;
  readonly settings: StudioSettings;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const player = useRef<Player | null>(null);
  const isPlayed = useSignal(false);
  useEffect(() => {
    if (!frame.current) return;
    const made = new Player(frame.current, absolute(settings.frame), settings.lms, {
      onCall: () => {},
      onRecord: () => {},
      onPicked: () => {},
    });
    player.current = made;
    return () => made.close();
  }, [settings]);
  useSignalEffect(() => {
    if (studio.revision.value === 0 || !studio.checked.value.isCurrent) return;
    void studio.play({ session, cohort: '', standard: '1.2' }).then((files) => {
      isPlayed.value = files !== null;
      if (files) player.current?.open({ files, settings: { version: '1.2', learner: LEARNER, mode: 'normal' }, key: session });
    });
  });
  return (
    <section class="s-preview" aria-label={t('write.preview')}>
      {!isPlayed.value && <p>{t('write.noPreview')}</p>}
      <iframe ref={frame} sandbox="allow-scripts allow-forms" title={t('write.preview')} hidden={!isPlayed.value} />
    </section>
  );
}
