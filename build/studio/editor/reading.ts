import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import { type Outline, outlineOf } from '../text/outline.ts';
import { type CardLine, cardLines } from './cards.ts';

/** The structure of the document, read again with each change. */
export interface Reading {
  readonly outline: Outline;
  readonly lines: ReadonlyMap<number, CardLine>;
}

function read(text: string): Reading {
  const outline = outlineOf(text);
  return { outline, lines: cardLines(outline) };
}

export const reading = StateField.define<Reading>({
  create: ({ doc }) => read(doc.toString()),
  update: (value, { docChanged, newDoc }) => (docChanged ? read(newDoc.toString()) : value),
});

export const setPressed = StateEffect.define<boolean>();

/** Position of the author in the text. */
interface Presence {
  /** True once somebody put the cursor somewhere or wrote: before that, no line is shown as it is written. */
  readonly isIn: boolean;
  /** True while a button of the mouse is down: lines that move under it would be selected. */
  readonly isPressed: boolean;
}

export const presence = StateField.define<Presence>({
  create: () => ({ isIn: false, isPressed: false }),
  update(value, { effects, selection, docChanged }) {
    const pressed = effects.find((one) => one.is(setPressed))?.value ?? value.isPressed;
    const isIn = value.isIn || selection !== undefined || docChanged;
    return pressed === value.isPressed && isIn === value.isIn ? value : { isIn, isPressed: pressed };
  },
});

/** Range of line numbers that are shown as they are written; null if there is none. */
export function openLines(state: EditorState): { readonly first: number; readonly last: number } | null {
  if (!state.field(presence).isIn) return null;
  const { from, to } = state.selection.main;
  return { first: state.doc.lineAt(from).number, last: state.doc.lineAt(to).number };
}
