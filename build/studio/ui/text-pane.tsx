import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { TextEditor } from '../editor/editor.ts';
import type { Path } from '../engine/calls.ts';
import type { Studio } from '../studio.ts';
import { replaceIn } from '../text/raw-text.ts';
import { t } from '../words.ts';

/** The text of one file. */
export function TextPane({ studio, path, nonce }: { readonly studio: Studio; readonly path: Path; readonly nonce: string }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  useEffect(() => {
    const { current: parent } = place;
    if (!parent) return;
    const made = new TextEditor(parent, studio.project.text(path) ?? '', t('write.text'), nonce, {
      onEdit: (changes) => studio.edit(path, replaceIn(studio.project.text(path) ?? '', changes), true),
      onCursor: (line) => {
        studio.cursor.value = { path, line };
      },
    });
    editor.current = made;
    return () => made.close();
  }, [studio, path, nonce]);
  useSignalEffect(() => {
    const { problems } = studio.checked.value;
    editor.current?.mark(problems.filter((one) => one.path === path));
  });
  useSignalEffect(() => {
    if (studio.outside.value > 0) editor.current?.show(studio.project.text(path) ?? '');
  });
  useSignalEffect(() => {
    const { value: cursor } = studio.cursor;
    if (cursor?.isPicked && cursor.path === path) editor.current?.goTo(cursor.line);
  });
  return <div class="s-text" ref={place} />;
}
