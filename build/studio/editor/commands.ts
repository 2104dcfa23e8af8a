import { EditorSelection } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import { directiveFrom, editDirective } from './directive-actions.ts';
import { boxIn } from './marks.ts';

/** Ticks or unticks the box in the line of an offset. @returns false if there is none */
export function toggleBox(view: EditorView, offset: number): boolean {
  const line = view.state.doc.lineAt(offset);
  const box = boxIn(line.text);
  if (!box) return false;
  const at = line.from + box.sign;
  view.dispatch({ changes: { from: at, to: at + 1, insert: box.isTicked ? ' ' : 'x' }, userEvent: 'input.box' });
  return true;
}

/** Ticks the box of the cursor's line, or opens the directive that begins there. */
export const actOnLine: Command = (view) => {
  const { head } = view.state.selection.main;
  if (toggleBox(view, head)) return true;
  const directive = directiveFrom(view, head);
  if (!directive) return false;
  editDirective(view, directive);
  return true;
};

/** Most stars around a word: bold and italic. */
const MOST_STARS = 3;

/** Makes a command that puts stars around what is selected, or takes them away. @param marker one star: italic; two: bold */
export function wrapIn(marker: '*' | '**'): Command {
  return (view) => {
    const { state } = view;
    const isMarked = (from: number, to: number): boolean => {
      const [before = ''] = /\**$/.exec(state.sliceDoc(from - MOST_STARS, from)) ?? [];
      const [after = ''] = /^\**/.exec(state.sliceDoc(to, to + MOST_STARS)) ?? [];
      const stars = Math.min(before.length, after.length);
      // Two stars are bold: the words in them aren't italic.
      return marker === '*' ? stars % 2 === 1 : stars >= marker.length;
    };
    const spec = state.changeByRange(({ from, to }) => {
      const { length } = marker;
      if (isMarked(from, to))
        return {
          changes: [
            { from: from - length, to: from },
            { from: to, to: to + length },
          ],
          range: EditorSelection.range(from - length, to - length),
        };
      return {
        changes: [
          { from, insert: marker },
          { from: to, insert: marker },
        ],
        range: EditorSelection.range(from + length, to + length),
      };
    });
    view.dispatch(state.update(spec, { userEvent: 'input.mark', scrollIntoView: true }));
    view.focus();
    return true;
  };
}

/** Makes a link of what is selected; the cursor goes to its address. */
export const makeLink: Command = (view) => {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  const anchor = words === '' ? from + 1 : to + 3;
  view.dispatch({ changes: { from, to, insert: `[${words}]()` }, selection: { anchor }, userEvent: 'input.mark', scrollIntoView: true });
  view.focus();
  return true;
};

/** Puts a marker before each selected line, or takes it away if all have it. */
export function beginLinesWith(marker: string): Command {
  return (view) => {
    const { doc, selection } = view.state;
    const { from, to } = selection.main;
    const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
    const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
    const have = lines.every(({ text }) => text.startsWith(marker));
    const changes = lines.map((line) => (have ? { from: line.from, to: line.from + marker.length } : { from: line.from, insert: marker }));
    view.dispatch({ changes, userEvent: 'input.mark', scrollIntoView: true });
    view.focus();
    return true;
  };
}

/** Inserts a line below the cursor's, with a marker at its start; the cursor goes behind it. */
export function lineBelow(marker: string): Command {
  return (view) => {
    const line = view.state.doc.lineAt(view.state.selection.main.head);
    const isBlank = line.text.trim() === '';
    const insert = isBlank ? marker : `\n${marker}`;
    const at = isBlank ? line.from : line.to;
    const changes = { from: at, to: isBlank ? line.to : at, insert };
    view.dispatch({ changes, selection: { anchor: at + insert.length }, userEvent: 'input.mark', scrollIntoView: true });
    view.focus();
    return true;
  };
}
