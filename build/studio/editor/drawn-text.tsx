import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Path, TypeFacts } from '../engine/calls.ts';
import { language } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { usedIds } from '../text/fresh-ids.ts';
import { chipsKey } from './chips.ts';
import { type EditorEvents, type Look, TextEditor } from './editor.ts';
import { Pictures } from './pictures.ts';
import type { EditorActions } from './surroundings.ts';

/** A text in CodeMirror, kept in step with the studio. */
export function DrawnText({
  studio,
  path,
  nonce,
  look,
  actions,
  events,
  onMade,
}: {
  readonly studio: Studio;
  readonly path: Path;
  readonly nonce: string;
  readonly look: Look;
  readonly actions: EditorActions;
  /** Their methods are called on this very object, which may change with each drawing. */
  readonly events: EditorEvents;
  onMade(editor: TextEditor | null): void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const latest = useRef({ events, actions });
  latest.current = { events, actions };
  const surround = useRef<() => void>(() => {});
  useEffect(() => {
    const { current: parent } = place;
    if (!parent) return;
    const made = new TextEditor(parent, studio.project.text(path) ?? '', look, nonce, {
      onEdit: (changes) => latest.current.events.onEdit(changes),
      onCursor: (line) => latest.current.events.onCursor(line),
      onHistory: (canUndo, canRedo) => latest.current.events.onHistory(canUndo, canRedo),
      onSwitch: () => latest.current.events.onSwitch(),
    });
    const pictures = new Pictures(studio.project, studio.course);
    let types: ReadonlyMap<string, TypeFacts> = new Map();
    surround.current = () => {
      const { course } = studio.checked.peek();
      const { files } = pictures;
      made.surround({
        types,
        course,
        files,
        key: [language.peek(), chipsKey(course), pictures.key, ...files].join('\n'),
        picture: (address) => pictures.address(address),
        ids: () => usedIds(studio.project),
        actions: latest.current.actions,
      });
    };
    surround.current();
    void studio.types().then((list) => {
      types = new Map(list.map((type) => [type.name, type]));
      if (editor.current === made) surround.current();
    });
    editor.current = made;
    onMade(made);
    const at = studio.cursor.peek();
    if (at?.path === path) made.goTo(at.line, false);
    made.mark(studio.checked.peek().problems.filter((one) => one.path === path));
    return () => {
      editor.current = null;
      onMade(null);
      made.close();
      pictures.close();
    };
  }, [studio, path, nonce]);
  useEffect(() => editor.current?.set(look), [look]);
  useEffect(() => surround.current(), [actions]);
  useSignalEffect(() => {
    const { problems } = studio.checked.value;
    surround.current();
    editor.current?.mark(problems.filter((one) => one.path === path));
  });
  useSignalEffect(() => {
    if (studio.outside.value > 0) editor.current?.show(studio.project.text(path) ?? '');
  });
  useSignalEffect(() => {
    const at = studio.cursor.value;
    if (at?.path !== path || !editor.current) return;
    // A place that was picked gets the keyboard, one that the cursor of another pane is at doesn't.
    if (at.isPicked || editor.current.line !== at.line) editor.current.goTo(at.line, at.isPicked === true);
  });
  return <div class="s-drawn" ref={place} />;
}
