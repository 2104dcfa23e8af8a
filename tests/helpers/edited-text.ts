import type { EditorView } from '@codemirror/view';
import { TextEditor } from '../../build/studio/editor/editor.ts';
import { type EditorActions, setSurroundings } from '../../build/studio/editor/surroundings.ts';
import type { DirectiveText } from '../../build/studio/text/outline.ts';
import { replaceIn } from '../../build/studio/text/raw-text.ts';

/** A text in an editor on the page. What is selected stands in `«»`, if the text before has these signs. */
export class EditedText {
  readonly editor: TextEditor;
  /** Directives whose forms were opened. */
  readonly edited: DirectiveText[] = [];
  /** The file that the edits go to. */
  text: string;

  /** @param ids taken in other files */
  constructor(
    marked: string,
    actions: EditorActions = { onEdit: (directive) => this.edited.push(directive) },
    ids: readonly string[] = [],
  ) {
    this.text = marked.replace(/[«»]/g, '');
    this.editor = new TextEditor(document.body, this.text, 'readable', 'editor', {
      onEdit: (changes) => {
        this.text = replaceIn(this.text, changes);
      },
      onCursor: () => {},
      onHistory: () => {},
      onSwitch: () => {},
    });
    // Here, a selection is announced within the update that makes it, which the editor refuses while it has the focus.
    this.view.focus = () => {};
    const facts = { types: new Map(), course: null, files: [], picture: () => undefined, ids: () => new Set(ids), actions, key: 'tests' };
    this.view.dispatch({ effects: setSurroundings.of(facts) });
    const [from, to] = [marked.indexOf('«'), marked.indexOf('»') - 1];
    if (from >= 0) this.view.dispatch({ selection: { anchor: from, head: to } });
  }

  get view(): EditorView {
    return this.editor.view;
  }

  /** The text with what is selected in `«»`. */
  get marked(): string {
    const { from, to } = this.view.state.selection.main;
    return `${this.text.slice(0, from)}«${this.text.slice(from, to)}»${this.text.slice(to)}`;
  }

  /** Puts the cursor at an offset. */
  put(anchor: number): void {
    this.view.dispatch({ selection: { anchor } });
  }
}
