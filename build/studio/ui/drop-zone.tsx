import { useSignal } from '@preact/signals';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';
import { FileButton } from './file-button.tsx';

/** A place to drop a file, and a button for those who don't drag. */
export function DropZone({ accept, about, onFile }: { readonly accept: string; readonly about: string; onFile(file: File): void }) {
  const isOver = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same without a drag
    <div
      class="s-drop"
      data-over={isOver.value ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
      }}
    >
      <Icon name="download" />
      <p>
        <strong>{t('start.drop')}</strong>
        <span>{about}</span>
      </p>
      <FileButton label={t('start.choose')} accept={accept} onFile={onFile} />
    </div>
  );
}
