import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DrawnText } from '../editor/drawn-text.tsx';
import type { TextEditor } from '../editor/editor.ts';
import { PlainText } from '../editor/plain-text.tsx';
import type { EditorActions } from '../editor/surroundings.ts';
import { readTextMode, type TextMode, writeTextMode } from '../editor/text-mode.ts';
import { Toolbar } from '../editor/toolbar.tsx';
import { bottomTools, type ToolHost, topTools } from '../editor/tools.ts';
import type { Path } from '../engine/calls.ts';
import type { Studio } from '../studio.ts';
import { usedIds } from '../text/fresh-ids.ts';
import { type Replacement, replaceIn } from '../text/raw-text.ts';

const NO_ACTIONS: EditorActions = {};

/** Properties of the pane of a text. */
export interface TextPaneProps {
  readonly studio: Studio;
  readonly path: Path;
  readonly nonce: string;
  /** Actions of other parts of the studio: forms, the list of activities, pictures. */
  readonly actions?: EditorActions;
}

/** The text of one file: readable, as its source, or in a plain field. */
export function TextPane({ studio, path, nonce, actions = NO_ACTIONS }: TextPaneProps) {
  const mode = useSignal<TextMode>(readTextMode());
  const past = useSignal({ canUndo: false, canRedo: false });
  const raw = useSignal(studio.project.text(path) ?? '');
  const editor = useRef<TextEditor | null>(null);
  const read = (): string => studio.project.text(path) ?? '';
  const line = studio.cursor.value?.path === path ? studio.cursor.value.line : 1;
  const problems = studio.checked.value.problems.filter((one) => one.path === path);

  function choose(next: TextMode): void {
    mode.value = next;
    writeTextMode(next);
  }
  function edit(changes: readonly Replacement[]): void {
    studio.edit(path, replaceIn(read(), changes), true);
    raw.value = read();
  }
  function moved(to: number): void {
    const at = studio.cursor.peek();
    if (at?.path !== path || at.line !== to) studio.cursor.value = { path, line: to };
  }
  useSignalEffect(() => {
    if (studio.outside.value > 0) raw.value = read();
  });

  const host: ToolHost = { mode: mode.value, ...past.value, actions, editor: () => editor.current, choose };
  const events = {
    onEdit: edit,
    onCursor: moved,
    onHistory: (canUndo: boolean, canRedo: boolean) => {
      past.value = { canUndo, canRedo };
    },
    onSwitch: () => choose(mode.peek() === 'raw' ? 'readable' : 'raw'),
  };
  return (
    <div class="s-text" data-mode={mode.value}>
      <Toolbar name="editor.format" place="top" tools={topTools(host)} />
      {mode.value === 'plain' ? (
        <PlainText
          raw={raw.value}
          read={read}
          line={line}
          problems={problems}
          ids={() => usedIds(studio.project)}
          onEdit={edit}
          onCursor={moved}
        />
      ) : (
        <DrawnText
          {...{ studio, path, nonce, actions, events }}
          look={mode.value}
          onMade={(made) => {
            editor.current = made;
          }}
        />
      )}
      {mode.value !== 'plain' && <Toolbar name="editor.write" place="bottom" tools={bottomTools(host)} />}
    </div>
  );
}
