import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { absolute, type StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { LmsPanel } from './lms-panel.tsx';
import { PreviewState } from './preview-state.ts';
import { DEVICES, type Device, fitted } from './stage-size.ts';

interface PreviewProps {
  readonly studio: Studio;
  readonly session: { readonly id: string; readonly path: string };
  readonly settings: StudioSettings;
}

/** The look of the stage, apart from what is played. */
interface Look {
  readonly device: Signal<Device>;
  readonly isDark: Signal<boolean>;
}

const DEVICE_ICONS = { phone: 'smartphone', desktop: 'monitor' } as const;

function Toolbar({ look, onFull }: { readonly look: Look; onFull(): void }) {
  const device = (name: Device) => (
    <Button
      look="quiet"
      icon={DEVICE_ICONS[name]}
      label={t(`preview.${name}`)}
      aria-pressed={look.device.value === name}
      onClick={() => {
        look.device.value = name;
      }}
    />
  );
  return (
    <div class="s-preview-bar">
      <h2>{t('write.preview')}</h2>
      <span class="s-preview-about">{t('preview.follows')}</span>
      <fieldset class="s-choice">
        <legend class="s-hidden">{t('preview.device')}</legend>
        {device('phone')}
        {device('desktop')}
      </fieldset>
      <Button
        look="quiet"
        icon="moon"
        label={t('preview.dark')}
        aria-pressed={look.isDark.value}
        onClick={() => {
          look.isDark.value = !look.isDark.value;
        }}
      />
      <Button look="quiet" icon="maximize" label={t('preview.full')} onClick={onFull} />
    </div>
  );
}

/** Fits the stage into its place, whenever either changes. */
function useStageSize(place: { readonly current: HTMLElement | null }, look: Look): void {
  useSignalEffect(() => {
    const device = look.device.value;
    const { current: element } = place;
    if (!element) return;
    const adapt = (): void => {
      const { scale, height } = fitted(device, element.clientWidth, element.clientHeight);
      element.style.setProperty('--screen', `${DEVICES[device]}px`);
      element.style.setProperty('--screen-height', `${height}px`);
      element.style.setProperty('--scale', String(scale));
    };
    const observer = new ResizeObserver(adapt);
    observer.observe(element);
    adapt();
    return () => observer.disconnect();
  });
}

/** Plays the session beside its text, as a learner sees it, with a small LMS. */
export function PreviewPane({ studio, session, settings }: PreviewProps) {
  const place = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const state = useSignal<PreviewState | null>(null);
  const look = { device: useSignal<Device>('phone'), isDark: useSignal(false) };
  useEffect(() => {
    if (!stage.current) return;
    const addresses = {
      frame: absolute(settings.frame),
      script: absolute(settings.frameScript),
      lms: { '1.2': absolute(settings.lms['1.2']), '2004': absolute(settings.lms['2004']) },
    };
    const made = new PreviewState(studio, session, stage.current, addresses, t('write.preview'));
    state.value = made;
    return () => made.close();
  }, [studio, session.id, session.path, settings]);
  useSignalEffect(() => {
    if (studio.revision.value > 0) state.value?.playSoon();
  });
  useSignalEffect(() => {
    const { value: made } = state;
    if (!made) return;
    // A frame takes over the colours of its place when it is made.
    const chosen = [made.learner.value, made.standard.value, made.cohort.value, look.isDark.value];
    if (chosen.length > 0 && made.isPlayed.peek()) void made.play(true);
  });
  useSignalEffect(() => {
    const { value: cursor } = studio.cursor;
    if (cursor?.path === session.path) state.value?.follow(cursor.line);
  });
  useStageSize(place, look);
  const { value: made } = state;
  return (
    <section class="s-preview" aria-label={t('write.preview')}>
      <Toolbar look={look} onFull={() => void place.current?.requestFullscreen()} />
      {made && !made.isPlayed.value && (
        <p class="s-preview-wait">{t(studio.checked.value.course ? 'preview.starting' : 'write.noPreview')}</p>
      )}
      <div class="s-stage" ref={place} data-device={look.device.value} data-dark={look.isDark.value ? '' : undefined}>
        <div class="s-screen" ref={stage} />
      </div>
      {made && <LmsPanel state={made} cohorts={studio.checked.value.course?.cohorts ?? []} />}
    </section>
  );
}
