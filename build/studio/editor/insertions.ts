import { startCompletion } from '@codemirror/autocomplete';
import type { Command } from '@codemirror/view';
import { directiveAt } from '../text/outline.ts';
import { reading } from './reading.ts';

/** Begins a directive on a line of its own below the cursor's activity or paragraph, and offers all types. */
export const beginDirective: Command = (view) => {
  const { doc, selection } = view.state;
  const { outline } = view.state.field(reading);
  const outer = [...outline.directives, ...outline.pages.flatMap(({ directives }) => directives)];
  const inner = directiveAt(outline, selection.main.head);
  const around = inner && outer.find(({ from, to }) => from <= inner.from && inner.to <= to);
  const front = outline.front && selection.main.head <= outline.front.to ? outline.front.to : 0;
  const line = doc.lineAt(Math.max(around?.to ?? selection.main.head, front));
  const lead = line.text.trim() === '' && !around ? '' : '\n\n';
  const anchor = line.to + lead.length + 3;
  const tail = line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '' ? '\n' : '';
  view.dispatch({
    changes: { from: line.to, insert: `${lead}:::${tail}` },
    selection: { anchor },
    userEvent: 'input.add',
    scrollIntoView: true,
  });
  view.focus();
  startCompletion(view);
  return true;
};

/** Begins a picture at the cursor, and offers the course's files. */
export const beginPicture: Command = (view) => {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  const anchor = from + words.length + 4;
  view.dispatch({ changes: { from, to, insert: `![${words}]()` }, selection: { anchor }, userEvent: 'input.add', scrollIntoView: true });
  view.focus();
  startCompletion(view);
  return true;
};
