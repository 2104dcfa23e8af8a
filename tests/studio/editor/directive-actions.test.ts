// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { change, directiveFrom, editDirective, entriesOf, showLine } from '../../../build/studio/editor/directive-actions.ts';
import { EditedText } from '../../helpers/edited-text.ts';

afterEach(() => document.body.replaceChildren());

const TEXT = 'Avant.\n\n:::choice{#a}\nUn ?\n:::\n\nAprès.\n';
const AT = TEXT.indexOf(':::choice');

/** Chooses an entry of the menu of the directive on a line. */
function choose(text: EditedText, entry: number): void {
  const directive = directiveFrom(text.view, AT);
  if (!directive) throw new Error('no directive');
  entriesOf(text.view, directive)[entry]?.run();
}

test('the entries are named', () => {
  const text = new EditedText(TEXT);
  const directive = directiveFrom(text.view, AT + 4);
  expect(directive && entriesOf(text.view, directive).map((one) => one.text)).toEqual([
    'Dupliquer, avec de nouveaux identifiants',
    'Monter',
    'Descendre',
    'Supprimer',
  ]);
  expect([directiveFrom(text.view, 0), directiveFrom(text.view, AT + 16)]).toEqual([undefined, undefined]);
});

test('a copy gets an id that is free in the whole course, and the cursor', () => {
  const text = new EditedText(TEXT, {}, ['a-2']);
  choose(text, 0);
  expect(text.marked).toBe(TEXT.replace('\n:::\n', '\n:::\n\n«»:::choice{#a-3}\nUn ?\n:::\n'));
});

test('a directive moves with the cursor, and stays at the ends', () => {
  const text = new EditedText(TEXT);
  choose(text, 1);
  expect(text.marked).toBe('«»:::choice{#a}\nUn ?\n:::\n\nAvant.\n\nAprès.\n');
  text.editor.undo();
  choose(text, 2);
  expect(text.marked).toBe('Avant.\n\nAprès.\n\n«»:::choice{#a}\nUn ?\n:::\n');
  const alone = new EditedText(':::choice{#a}\n:::');
  const directive = directiveFrom(alone.view, 0);
  if (directive) for (const entry of entriesOf(alone.view, directive).slice(1, 3)) entry.run();
  expect(alone.text).toBe(':::choice{#a}\n:::');
});

test('a directive is removed, and the cursor stays in the text', () => {
  const text = new EditedText(TEXT);
  choose(text, 3);
  expect(text.marked).toBe('Avant.\n\n«»Après.\n');
  const last = new EditedText('Avant.\n\n:::choice{#a}\n:::');
  const directive = directiveFrom(last.view, 8);
  if (directive) entriesOf(last.view, directive)[3]?.run();
  expect(last.marked).toBe('Avant.\n\n«»');
});

test('without forms, its line is shown as it is written', () => {
  const text = new EditedText(TEXT, {});
  const directive = directiveFrom(text.view, AT);
  if (directive) editDirective(text.view, directive);
  expect([text.view.state.selection.main.head, text.text]).toEqual([AT, TEXT]);
});

test('no change leaves the cursor where it is', () => {
  const text = new EditedText('a«»b');
  change(text.view, [], 0);
  expect(text.marked).toBe('a«»b');
});

test('with forms, the form of the directive opens, and the cursor stays', () => {
  const text = new EditedText(TEXT);
  const directive = directiveFrom(text.view, AT);
  if (directive) editDirective(text.view, directive);
  expect([text.edited, text.view.state.selection.main.head]).toEqual([[directive], 0]);
});

test('a directive inside another one is found, and moves within it', () => {
  const text = new EditedText(':::quiz{#q}\n:::choice{#a}\n:::\n:::choice{#b}\n:::\n:::\n\nFin.');
  const inner = directiveFrom(text.view, text.text.indexOf(':::choice{#b'));
  expect(inner?.id).toBe('b');
  if (inner) entriesOf(text.view, inner)[1]?.run();
  expect(text.marked).toBe(':::quiz{#q}\n«»:::choice{#b}\n:::\n:::choice{#a}\n:::\n:::\n\nFin.');
  const first = directiveFrom(text.view, text.text.indexOf(':::choice{#b'));
  if (first) entriesOf(text.view, first)[2]?.run();
  expect(text.marked).toBe(':::quiz{#q}\n:::choice{#a}\n:::\n«»:::choice{#b}\n:::\n:::\n\nFin.');
});

test('what was changed or is shown gets the focus, and is in sight', () => {
  const { view } = new EditedText(TEXT);
  const [focus, dispatch] = [vi.spyOn(view, 'focus'), vi.spyOn(view, 'dispatch')];
  change(view, [{ from: 0, to: 1, insert: 'a' }], 3);
  showLine(view, AT);
  expect([focus.mock.calls.length, view.state.selection.main.head]).toEqual([2, AT]);
  expect(dispatch.mock.calls).toEqual([
    [{ changes: [{ from: 0, to: 1, insert: 'a' }], selection: { anchor: 3 }, userEvent: 'input.form', scrollIntoView: true }],
    [{ selection: { anchor: AT }, scrollIntoView: true }],
  ]);
});
