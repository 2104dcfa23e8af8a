import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { t } from '../strings.ts';
import { reading } from './reading.ts';
import { type Suggestion, suggestionsAt } from './suggestions.ts';
import { surroundings } from './surroundings.ts';

/** Ranks of the sections in the list. */
const RANKS = { activity: 1, block: 2 } as const;

function completionOf({ label, detail, info, insert, cursor, goesOn, section }: Suggestion): Completion {
  return {
    label,
    ...(detail !== undefined && { detail }),
    ...(info && { info }),
    ...(section && { section: { name: t(`editor.complete.${section}`), rank: RANKS[section] } }),
    apply(view: EditorView, _: Completion, from: number, to: number) {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + (cursor ?? insert.length) },
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
      if (goesOn) startCompletion(view);
    },
  };
}

function source({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const typed = { line: line.text.slice(0, pos - line.from), from: line.from, rest: line.text.slice(pos - line.from) };
  const found = suggestionsAt(typed, { ...state.field(surroundings), outline: state.field(reading).outline });
  // A closing line must not be disturbed by a list.
  if (!found || (!explicit && typed.line === '::')) return null;
  const { from } = found;
  const options = found.list.map((one) => {
    const made = completionOf(one);
    // Types are found by their names and by their labels, which begin behind the colons.
    return typed.line.startsWith(':') && from === line.from
      ? { ...made, label: `:::${one.label.replace(/^:+/, '')}`, displayLabel: one.detail ?? one.label, detail: one.label }
      : made;
  });
  return { from, options, validFor: /^[\w:#./-]*$/ };
}

/** Suggestions while typing. Enter or Tab takes one, Escape closes the list. */
export function completion(): Extension {
  return [
    autocompletion({ override: [source], icons: false, maxRenderedOptions: 80, closeOnBlur: true }),
    Prec.highest(
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        { key: 'Escape', run: closeCompletion },
      ]),
    ),
  ];
}
