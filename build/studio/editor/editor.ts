import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Problem } from '../engine/calls.ts';
import { type Replacement, shownText } from '../text/raw-text.ts';

/** Events of the editor. */
export interface EditorEvents {
  onEdit(changes: readonly Replacement[]): void;
  /** @param line counts from 1 */
  onCursor(line: number): void;
}

/** The text of one file in CodeMirror. Its document is the file's text; nothing else holds it. */
export class TextEditor {
  readonly view: EditorView;

  constructor(parent: HTMLElement, raw: string, label: string, nonce: string, events: EditorEvents) {
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: shownText(raw),
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
          search({ top: true }),
          highlightSelectionMatches(),
          lintGutter(),
          EditorView.lineWrapping,
          EditorView.cspNonce.of(nonce),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('outside'))) {
              const changes: Replacement[] = [];
              update.changes.iterChanges((from, to, _, __, inserted) => changes.push({ from, to, insert: inserted.toString() }));
              events.onEdit(changes);
            }
            if (update.selectionSet || update.docChanged) events.onCursor(update.state.doc.lineAt(update.state.selection.main.head).number);
          }),
        ],
      }),
    });
  }

  /** Shows a text that something else has changed; only the part that differs is replaced. */
  show(raw: string): void {
    const [now, next] = [this.view.state.doc.toString(), shownText(raw)];
    if (now === next) return;
    let from = 0;
    while (from < now.length && now[from] === next[from]) from += 1;
    let same = 0;
    const most = Math.min(now.length, next.length) - from;
    while (same < most && now[now.length - 1 - same] === next[next.length - 1 - same]) same += 1;
    this.view.dispatch({
      changes: { from, to: now.length - same, insert: next.slice(from, next.length - same) },
      userEvent: 'outside',
    });
  }

  mark(problems: readonly Problem[]): void {
    const { doc } = this.view.state;
    const found = problems
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .map(({ line, column, severity, problem, write }) => {
        const { from, to } = doc.line(line);
        return {
          from: Math.min(from + column - 1, to),
          to,
          severity: severity === 'notice' ? ('info' as const) : severity,
          message: write === '' ? problem : `${problem} ${write}`,
        };
      });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  /** Moves the cursor to the start of a line, and shows it. */
  goTo(line: number): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }) });
    this.view.focus();
  }

  close(): void {
    this.view.destroy();
  }
}
