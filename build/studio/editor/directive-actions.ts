import type { EditorView } from '@codemirror/view';
import { t } from '../strings.ts';
import { copied, removed } from '../text/copy-directive.ts';
import { moved } from '../text/move-directive.ts';
import { allDirectives, type DirectiveText } from '../text/outline.ts';
import type { Replacement } from '../text/raw-text.ts';
import type { MenuEntry } from './menu.ts';
import { reading } from './reading.ts';
import { surroundings } from './surroundings.ts';

/** Changes the text, and puts the cursor at an offset of the text after it. */
export function change(view: EditorView, changes: readonly Replacement[], cursor: number): void {
  if (changes.length === 0) return;
  view.dispatch({ changes: [...changes], selection: { anchor: cursor }, userEvent: 'input.form', scrollIntoView: true });
  view.focus();
}

/** Finds the directive whose first line is at an offset. */
export function directiveFrom(view: EditorView, offset: number): DirectiveText | undefined {
  const { from } = view.state.doc.lineAt(offset);
  return allDirectives(view.state.field(reading).outline).find((one) => one.from === from);
}

/** Opens a directive in its form; without forms, shows its first line as it is written. */
export function editDirective(view: EditorView, directive: DirectiveText): void {
  const { onEdit } = view.state.field(surroundings).actions;
  if (onEdit) onEdit(directive);
  else showLine(view, directive.from);
}

/** Puts the cursor at an offset. */
export function showLine(view: EditorView, offset: number): void {
  view.dispatch({ selection: { anchor: offset }, scrollIntoView: true });
  view.focus();
}

function move(view: EditorView, directive: DirectiveText, direction: 'up' | 'down'): void {
  const { outline } = view.state.field(reading);
  const changes = moved(view.state.doc.toString(), outline, directive, direction);
  const [first, second] = changes;
  if (!first || !second) return;
  // The moved lines are those that the first change inserts, or those after them.
  const length = directive.to - directive.from;
  const end = second.to;
  change(view, changes, direction === 'up' ? first.from : end - length);
}

function copy(view: EditorView, directive: DirectiveText): void {
  const { ids } = view.state.field(surroundings);
  const changes = copied(view.state.doc.toString(), view.state.field(reading).outline, directive, ids());
  change(view, changes, directive.to + 2);
}

/** Lists what can be done with a directive as a whole. */
export function entriesOf(view: EditorView, directive: DirectiveText): MenuEntry[] {
  return [
    { text: t('editor.duplicate'), run: () => copy(view, directive) },
    { text: t('editor.up'), run: () => move(view, directive, 'up') },
    { text: t('editor.down'), run: () => move(view, directive, 'down') },
    {
      text: t('editor.remove'),
      run: () => {
        const changes = removed(view.state.doc.toString(), directive);
        change(view, changes, Math.min(directive.from, view.state.doc.length - (directive.to - directive.from)));
      },
    },
  ];
}
