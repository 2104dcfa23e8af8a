import { useSignalEffect } from '@preact/signals';
import type { EditorActions } from '../editor/surroundings.ts';
import type { Path } from '../engine/calls.ts';
import { directiveOn } from '../forms/directive-on.ts';
import { chooseMedia } from '../media/picked-files.ts';
import type { Studio } from '../studio.ts';
import { insertLines, insertPlace } from '../text/insert-place.ts';
import { outlineOf } from '../text/outline.ts';
import { lineAt, replaceIn, shownText } from '../text/raw-text.ts';
import { later } from './later.tsx';

const FormPane = later(() => import('../forms/form-pane.tsx').then((part) => part.FormPane));
const FrontForm = later(() => import('../forms/front-form.tsx').then((part) => part.FrontForm));
const AddDialog = later(() => import('../add/add-dialog.tsx').then((part) => part.AddDialog));

interface PlaceProps {
  readonly studio: Studio;
  readonly path: Path;
}

/** Tests whether a line of a text has a form. */
function hasForm({ project }: Studio, path: Path, line: number): boolean {
  return directiveOn(outlineOf(shownText(project.text(path) ?? '')), line) !== undefined;
}

/** Makes the actions of the buttons in a text. @param onMedia gets the files that an author chooses for a line */
export function actionsFor(studio: Studio, path: Path, onMedia: (files: readonly File[], line: number) => void): EditorActions {
  const text = (): string => shownText(studio.project.text(path) ?? '');
  return {
    onAdd: (offset) => {
      studio.adding.value = { path, line: lineAt(text(), offset) };
    },
    onEdit: ({ line }) => {
      studio.form.value = { path, line };
    },
    onEditFront: () => {
      studio.form.value = { path, line: 0 };
    },
    onPicture: (offset) => {
      const line = lineAt(text(), offset);
      void chooseMedia().then((files) => files.length > 0 && onMedia(files, line));
    },
  };
}

/** Inserts a block below what is at a line. @returns the line after it */
export function placeBlock(studio: Studio, path: Path, line: number, block: string): number {
  const raw = studio.project.text(path) ?? '';
  const text = shownText(raw);
  const change = insertLines(text, insertPlace(text, outlineOf(text), line), block);
  studio.edit(path, replaceIn(raw, [change]));
  return lineAt(shownText(studio.project.text(path) ?? ''), change.first);
}

/** The form that is open instead of the text. A place that is chosen elsewhere opens its form, or shows the text. */
export function FormPlace({ studio, path }: PlaceProps) {
  useSignalEffect(() => {
    const { value: cursor } = studio.cursor;
    const open = studio.form.peek();
    if (!cursor?.isPicked || !open) return;
    const { path: there, line } = cursor;
    studio.form.value = there === path && hasForm(studio, path, line) ? { path: there, line } : null;
  });
  const { value: open } = studio.form;
  if (open?.path !== path) return null;
  const back = (line: number): void => {
    studio.form.value = null;
    studio.goTo({ path, line });
  };
  if (open.line === 0) return <FrontForm studio={studio} path={path} onDone={() => back(1)} />;
  return <FormPane studio={studio} path={path} line={open.line} onDone={back} />;
}

/** The dialog with all types, while something is to be added. */
export function AddPlace({ studio, path }: PlaceProps) {
  const { value: adding } = studio.adding;
  if (!adding) return null;
  const close = (): void => {
    studio.adding.value = null;
  };
  const inserted = (line: number): void => {
    close();
    studio.cursor.value = { path, line };
    if (hasForm(studio, path, line)) studio.form.value = { path, line };
  };
  return <AddDialog studio={studio} path={path} line={adding.line || null} onInserted={inserted} onClose={close} />;
}
