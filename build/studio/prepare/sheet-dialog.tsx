import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Paper } from '../results/paper.tsx';
import type { StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { download } from '../ui/download.ts';
import { nameOf } from './file-kinds.ts';
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
  const sheet = useSignal<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null>(null);
  const print = useSignal(0);
  useEffect(() => {
    void work.make().then((packed) => {
      const path = packed?.made[0]?.sheets.find((one) => one.endsWith('.depot.html'));
      const bytes = path === undefined ? undefined : packed?.files.get(path);
      if (path !== undefined && bytes) sheet.value = { name: nameOf(path), bytes };
    });
  }, [work, sheet]);
  const { value: shown } = sheet;
  const foot = (
    <>
      <Button icon="download" disabled={!shown} onClick={() => shown && download(shown.name, shown.bytes, 'text/html')}>
        {t('prepare.sheet.get')}
      </Button>
      <Button look="primary" icon="printer" disabled={!shown} onClick={() => (print.value += 1)}>
        {t('prepare.sheet.print')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('prepare.sheet.title')} size="wide" foot={foot} onClose={onClose}>
      {shown ? (
        <Paper settings={settings} html={new TextDecoder().decode(shown.bytes)} title={t('prepare.sheet.title')} print={print.value} />
      ) : (
        <p role="status">{work.failure.value || t('prepare.making')}</p>
      )}
    </Dialog>
  );
}
