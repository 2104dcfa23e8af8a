import { beginLinesWith, lineBelow, makeLink, wrapIn } from './commands.ts';
import type { TextEditor } from './editor.ts';
import { beginDirective, beginPicture } from './insertions.ts';
import type { EditorActions } from './surroundings.ts';
import type { TextMode } from './text-mode.ts';
import type { Tool } from './toolbar.tsx';

/** Target of the buttons. */
export interface ToolHost {
  readonly mode: TextMode;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly actions: EditorActions;
  editor(): TextEditor | null;
  choose(mode: TextMode): void;
}

function adder({ actions, editor }: ToolHost): () => void {
  return () => {
    const made = editor();
    if (actions.onAdd) actions.onAdd(made?.view.state.selection.main.head ?? 0);
    else made?.run(beginDirective);
  };
}

function pictureAdder({ actions, editor }: ToolHost): () => void {
  return () => {
    const made = editor();
    if (actions.onPicture) actions.onPicture(made?.view.state.selection.main.head ?? 0);
    else made?.run(beginPicture);
  };
}

/** Buttons above the text. In a plain field, the browser's own ways of editing remain. */
export function topTools(host: ToolHost): Tool[] {
  const { mode, canUndo, canRedo, editor, choose } = host;
  const turn = (one: TextMode) => () => choose(mode === one ? 'readable' : one);
  const switches: Tool[] = [
    { icon: 'code', name: 'editor.raw', isNamed: true, isPressed: mode === 'raw', keys: 'Ctrl+Shift+E', run: turn('raw') },
    { icon: 'text-cursor-input', name: 'editor.plain', isPressed: mode === 'plain', run: turn('plain') },
  ];
  const add: Tool = { icon: 'plus', name: 'editor.add', isNamed: true, run: adder(host) };
  if (mode === 'plain') return host.actions.onAdd ? [add, ...switches] : switches;
  return [
    add,
    { icon: 'bold', name: 'editor.bold', keys: 'Ctrl+B', run: () => editor()?.run(wrapIn('**')) },
    { icon: 'italic', name: 'editor.italic', keys: 'Ctrl+I', run: () => editor()?.run(wrapIn('*')) },
    { icon: 'link', name: 'editor.link', run: () => editor()?.run(makeLink) },
    { icon: 'list', name: 'editor.list', run: () => editor()?.run(beginLinesWith('- ')) },
    { icon: 'image', name: 'editor.picture', run: pictureAdder(host) },
    { icon: 'message-square', name: 'editor.quote', run: () => editor()?.run(beginLinesWith('> ')) },
    { icon: 'undo-2', name: 'editor.undo', keys: 'Ctrl+Z', isDisabled: !canUndo, isLast: true, run: () => editor()?.undo() },
    { icon: 'redo-2', name: 'editor.redo', keys: 'Ctrl+Y', isDisabled: !canRedo, run: () => editor()?.redo() },
    { icon: 'search', name: 'editor.search', keys: 'Ctrl+F', run: () => editor()?.search() },
    ...switches,
  ];
}

/** Buttons below the text on a phone, above its keyboard. */
export function bottomTools(host: ToolHost): Tool[] {
  const { mode, canUndo, editor, choose } = host;
  return [
    { icon: 'plus', name: 'editor.add', isNamed: true, run: adder(host) },
    { icon: 'check', name: 'editor.answer', isNamed: true, run: () => editor()?.run(lineBelow('- [ ] ')) },
    { icon: 'message-square', name: 'editor.feedback', isNamed: true, run: () => editor()?.run(lineBelow('> ')) },
    { icon: 'undo-2', name: 'editor.undo', isDisabled: !canUndo, run: () => editor()?.undo() },
    { icon: 'code', name: 'editor.raw', isPressed: mode === 'raw', run: () => choose(mode === 'raw' ? 'readable' : 'raw') },
    { icon: 'search', name: 'editor.search', run: () => editor()?.search() },
    { icon: 'text-cursor-input', name: 'editor.plain', run: () => choose('plain') },
  ];
}
