import { useSignal } from '@preact/signals';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';
import { FileButton } from './file-button.tsx';

/** A place to drop files, and a button for those who don't drag. */
export function DropZone({
  accept,
  about,
  onFiles,
}: {
  readonly accept: string;
  readonly about: string;
  onFiles(files: readonly File[]): void;
}) {
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
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      }}
    >
      <Icon name="download" />
      <p>
        <strong>{t('start.drop')}</strong>
        <span>{about}</span>
      </p>
      <FileButton label={t('start.choose')} accept={accept} multiple onFiles={onFiles} />
    </div>
  );
}
