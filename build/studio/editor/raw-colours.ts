import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Signs of the language, and how they are coloured. */
const SIGNS = /^:{2,}.*$|\{#[^{}]*\}\s*$|^\s*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\])?|^>|^#{1,6}(?=\s)|\*\*|\[\[|\]\]/g;

const DIRECTIVE = Decoration.mark({ class: 's-raw-directive' });
const SIGN = Decoration.mark({ class: 's-raw-sign' });

function colour(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  let done = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let number = Math.max(doc.lineAt(from).number, done + 1); number <= doc.lineAt(to).number; number += 1) {
      done = number;
      const line = doc.line(number);
      for (const { 0: found, index } of line.text.matchAll(SIGNS)) {
        if (found.length === 0) continue;
        builder.add(line.from + index, line.from + index + found.length, /^:|^\{/.test(found) ? DIRECTIVE : SIGN);
      }
    }
  }
  return builder.finish();
}

/** Light colours for the plain source. */
export function rawColours(): Extension {
  return [
    EditorView.editorAttributes.of({ class: 's-source' }),
    ViewPlugin.define(
      (view) => ({
        decorations: colour(view),
        update(update: ViewUpdate) {
          if (update.docChanged || update.viewportChanged) this.decorations = colour(update.view);
        },
      }),
      { decorations: (plugin) => plugin.decorations },
    ),
  ];
}
