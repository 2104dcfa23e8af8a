import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** Properties of a place to drop files. */
interface DropZoneProps {
  readonly title: string;
  readonly icon: IconName;
  readonly about: ComponentChildren;
  /** Buttons for those who don't drag. */
  readonly children: ComponentChildren;
  onFiles(files: readonly File[]): void;
}

/** A place to drop files, with buttons for those who don't drag. */
export function DropZone({ title, icon, about, children, onFiles }: DropZoneProps) {
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
      <Icon name={icon} />
      <div class="s-drop-words">
        <strong>{title}</strong>
        {about}
      </div>
      <div class="s-line">{children}</div>
    </div>
  );
}
