import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Paper } from '../results/paper.tsx';
import type { StudioSettings } from '../settings.ts';
import { download } from '../ui/download.ts';
import { t } from '../words.ts';
import { nameOf } from './file-kinds.ts';
import { Icon } from './icons.tsx';
import type { Preparation } from './preparation.ts';

/** Shows the upload sheet as the build makes it, to print or download. */
export function SheetDialog({
  work,
  settings,
  onClose,
}: {
  readonly work: Preparation;
  readonly settings: StudioSettings;
  onClose(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const sheet = useSignal<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null>(null);
  const print = useSignal(0);
  useEffect(() => {
    dialog.current?.showModal();
    void work.make().then((packed) => {
      const path = packed?.made[0]?.sheets.find((one) => one.endsWith('.depot.html'));
      const bytes = path === undefined ? undefined : packed?.files.get(path);
      if (path !== undefined && bytes) sheet.value = { name: nameOf(path), bytes };
    });
  }, [work, sheet]);
  const { value: shown } = sheet;
  return (
    <dialog ref={dialog} class="s-out-dialog is-wide" aria-labelledby="s-sheet-title" onClose={onClose}>
      <div class="s-out-dialog-head">
        <h2 id="s-sheet-title">{t('prepare.sheet.title')}</h2>
        <button type="button" class="s-btn" disabled={!shown} onClick={() => (print.value += 1)}>
          <Icon name="print" />
          {t('prepare.sheet.print')}
        </button>
        <button
          type="button"
          class="s-btn is-quiet"
          disabled={!shown}
          onClick={() => shown && download(shown.name, shown.bytes, 'text/html')}
        >
          {t('prepare.sheet.get')}
        </button>
        <button type="button" class="s-btn is-quiet is-icon" aria-label={t('prepare.close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {shown ? (
        <Paper settings={settings} html={new TextDecoder().decode(shown.bytes)} title={t('prepare.sheet.title')} print={print.value} />
      ) : (
        <p role="status">{work.failure.value || t('prepare.making')}</p>
      )}
    </dialog>
  );
}
