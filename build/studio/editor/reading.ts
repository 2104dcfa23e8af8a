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

export const setEntered = StateEffect.define<boolean>();

/** True once somebody was in the text: before that, no line is shown as it is written. */
export const entered = StateField.define<boolean>({
  create: () => false,
  update: (value, { effects }) => effects.find((one) => one.is(setEntered))?.value ?? value,
});

/** Range of line numbers that are shown as they are written; null if there is none. */
export function openLines(state: EditorState): { readonly first: number; readonly last: number } | null {
  if (!state.field(entered)) return null;
  const { from, to } = state.selection.main;
  return { first: state.doc.lineAt(from).number, last: state.doc.lineAt(to).number };
}
