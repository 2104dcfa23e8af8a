import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Path } from '../engine/calls.ts';
import { mediaIn } from '../media/picked-files.ts';
import { later } from './later.tsx';
import { TextPane } from './text-pane.tsx';
import type { ViewProps } from './view-props.ts';
import { actionsFor, placeBlock } from './write-tools.tsx';

const MediaDialog = later(() => import('../media/media-dialog.tsx').then((part) => part.MediaDialog));

/** Files to place, and the line where they go. */
interface Placing {
  readonly files: readonly File[];
  readonly line: number;
}

/** The text, with what is dropped or pasted into it. Hidden while a form is open. */
export function TextPlace({ studio, settings, path }: Omit<ViewProps, 'onImport'> & { readonly path: Path }) {
  const placing = useSignal<Placing | null>(null);
  const actions = useMemo(
    () =>
      actionsFor(studio, path, (files, line) => {
        placing.value = { files, line };
      }),
    [studio, path, placing],
  );
  function take(event: Event, transfer: DataTransfer | null): void {
    const files = mediaIn(transfer);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    placing.value = { files, line: studio.cursor.value?.path === path ? studio.cursor.value.line : 1 };
  }
  function place(block: string): void {
    if (placing.value) placing.value = { ...placing.value, line: placeBlock(studio, path, placing.value.line, block) };
  }
  return (
    <div
      class="s-write-text"
      hidden={studio.form.value?.path === path}
      onDropCapture={(event) => take(event, event.dataTransfer)}
      onPasteCapture={(event) => take(event, event.clipboardData)}
    >
      <TextPane studio={studio} path={path} nonce={settings.nonce} actions={actions} />
      {placing.value && (
        <MediaDialog
          studio={studio}
          files={placing.value.files}
          onPlace={place}
          onClose={() => {
            placing.value = null;
          }}
        />
      )}
    </div>
  );
}
