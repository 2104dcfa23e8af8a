import { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import { type Command, EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { Problem } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { outlineOf } from '../text/outline.ts';
import { difference, type Replacement, shownText } from '../text/raw-text.ts';
import { actOnLine, wrapIn } from './commands.ts';
import { completion } from './completion.ts';
import { phrases } from './phrases.ts';
import { problemLines, setProblems } from './problem-lines.ts';
import { rawColours } from './raw-colours.ts';
import { readable } from './readable.ts';
import { presence, reading, setPressed } from './reading.ts';
import { type Surroundings, setSurroundings, surroundings } from './surroundings.ts';

/** Rest (ms) after the last key until the cursor's line gets the words of its problems. */
const REST = 700;

/** Events of the editor. */
export interface EditorEvents {
  onEdit(changes: readonly Replacement[]): void;
  /** @param line counts from 1 */
  onCursor(line: number): void;
  /** Reports that there is more or less to undo. */
  onHistory(canUndo: boolean, canRedo: boolean): void;
  /** Switches between the readable text and its source. */
  onSwitch(): void;
}

/** Look of a text: drawn, or as it is written. */
export type Look = 'readable' | 'raw';

/** The text of one file in CodeMirror. Its document is the file's text; nothing else holds it. */
export class TextEditor {
  readonly view: EditorView;
  private readonly look = new Compartment();
  private readonly events: EditorEvents;
  private problems: readonly Problem[] = [];
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, raw: string, look: Look, nonce: string, events: EditorEvents) {
    this.events = events;
    const doc = shownText(raw);
    this.view = new EditorView({
      parent,
      // The cursor begins behind front matter, which would be open otherwise.
      state: EditorState.create({
        doc,
        selection: { anchor: firstLine(doc) },
        extensions: [this.extensions(nonce), this.look.of(layer(look))],
      }),
    });
  }

  private extensions(nonce: string): Extension {
    return [
      surroundings,
      reading,
      presence,
      history(),
      completion(),
      this.keys(),
      search({ top: true }),
      highlightSelectionMatches(),
      EditorState.phrases.of(phrases()),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ 'aria-label': t('editor.text'), spellcheck: 'true', tabindex: '0' }),
      EditorView.domEventHandlers({ mousedown: () => this.press() }),
      EditorView.updateListener.of((update) => this.report(update)),
      problemLines(),
    ];
  }

  private keys(): Extension {
    const turn: Command = () => {
      this.events.onSwitch();
      return true;
    };
    return [
      Prec.high(
        keymap.of([
          { key: 'Mod-Enter', run: actOnLine },
          { key: 'Mod-b', run: wrapIn('**') },
          { key: 'Mod-i', run: wrapIn('*') },
          { key: 'Mod-Shift-e', run: turn, preventDefault: true },
        ]),
      ),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
    ];
  }

  /** Keeps lines where they are until the button of the mouse is up again. */
  private press(): boolean {
    this.view.dispatch({ effects: setPressed.of(true) });
    const release = (): void => this.view.dispatch({ effects: setPressed.of(false) });
    window.addEventListener('mouseup', release, { once: true, capture: true });
    return false;
  }

  private report({ docChanged, selectionSet, transactions, changes, state }: ViewUpdate): void {
    if (docChanged && !transactions.some((one) => one.isUserEvent('outside'))) {
      const edits: Replacement[] = [];
      changes.iterChanges((from, to, _, __, inserted) => edits.push({ from, to, insert: inserted.toString() }));
      if (transactions.some((one) => one.isUserEvent('input.type') || one.isUserEvent('delete'))) this.write();
      this.events.onEdit(edits);
    }
    if (docChanged) this.events.onHistory(undoDepth(state) > 0, redoDepth(state) > 0);
    if (selectionSet || docChanged) this.events.onCursor(state.doc.lineAt(state.selection.main.head).number);
  }

  /** Shows a text that something else has changed, as a step of its own to undo; only the part that differs is replaced. */
  show(raw: string): void {
    const [now, next] = [this.view.state.doc.toString(), shownText(raw)];
    if (now === next) return;
    this.view.dispatch({
      changes: difference(now, next),
      annotations: [isolateHistory.of('full'), Transaction.userEvent.of('outside')],
    });
  }

  set(look: Look): void {
    this.view.dispatch({ effects: this.look.reconfigure(layer(look)) });
  }

  surround(facts: Surroundings): void {
    this.view.dispatch({ effects: setSurroundings.of(facts) });
  }

  mark(problems: readonly Problem[]): void {
    this.problems = problems;
    this.view.dispatch({ effects: setProblems.of({ problems, isWriting: this.resting !== undefined }) });
  }

  /** Notes that somebody writes, until the keys rest. */
  private write(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.mark(this.problems);
    }, REST);
  }

  run(command: Command): void {
    command(this.view);
  }

  undo(): void {
    undo(this.view);
    this.view.focus();
  }

  redo(): void {
    redo(this.view);
    this.view.focus();
  }

  search(): void {
    openSearchPanel(this.view);
  }

  /** Line of the cursor, from 1. */
  get line(): number {
    const { doc, selection } = this.view.state;
    return doc.lineAt(selection.main.head).number;
  }

  /** Moves the cursor to the start of a line, and shows it. @param takesFocus also moves the keyboard's focus there */
  goTo(line: number, takesFocus = true): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }) });
    if (takesFocus) this.view.focus();
  }

  close(): void {
    clearTimeout(this.resting);
    this.view.destroy();
  }
}

/** Finds the offset of the first line behind front matter. */
function firstLine(doc: string): number {
  const { front } = outlineOf(doc);
  return front ? Math.min(doc.length, front.to + 1) : 0;
}

function layer(look: Look): Extension {
  return look === 'readable' ? [EditorView.editorAttributes.of({ class: 's-readable' }), readable()] : rawColours();
}
