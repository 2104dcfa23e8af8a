// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { TextEditor } from '../../../build/studio/editor/editor.ts';
import { type Surroundings, setSurroundings, surroundings } from '../../../build/studio/editor/surroundings.ts';
import { t } from '../../../build/studio/strings.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => document.body.replaceChildren());

const LINES = [
  '---', // 1
  'id: four',
  '---',
  '',
  '# Fours', // 5
  '',
  ':::quiz',
  ':::choice{#bois}',
  'Du bois ?',
  ':::', // 10
  ':::',
  '',
  ':::trainer',
  'Soufflez.',
  ':::', // 15
  '',
  'Fin.',
];

function opened(lines = LINES): TextEditor {
  const listeners = { onEdit: vi.fn(), onCursor: vi.fn(), onHistory: vi.fn(), onSwitch: vi.fn() };
  return new TextEditor(document.body, lines.join('\n'), 'readable', 'editor', listeners);
}
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string): (string | null)[] => all(selector).map((one) => one.textContent);
/** Puts the cursor at the start of a line. */
function cursorOn(editor: TextEditor, line: number): void {
  editor.view.dispatch({ selection: { anchor: editor.view.state.doc.line(line).from } });
}

test('front matter is one bar, which stays above its lines while the cursor is in them', () => {
  const editor = opened();
  cursorOn(editor, 17);
  expect([texts('.s-front b'), all('.s-raw').length]).toEqual([[t('editor.front')], 0]);
  expect(document.querySelector('.cm-content')?.textContent).not.toContain('id: four');
  cursorOn(editor, 3);
  expect([texts('.s-front b'), texts('.s-raw').map((text) => text?.slice(-8))]).toEqual([
    [t('editor.front')],
    [expect.stringMatching(/---$/), 'id: four', '---'],
  ]);
  cursorOn(editor, 4);
  expect(all('.s-front')).toHaveLength(1);
  editor.close();
});

test('a text without front matter is drawn from its first line', () => {
  const editor = opened([':::trainer', 'Soufflez.', ':::', '', 'Fin.']);
  cursorOn(editor, 5);
  expect([all('.s-front').length, texts('.s-card-bar b')]).toEqual([0, [t('editor.directive.trainer')]]);
  editor.close();
});

test('directives are bars with their names; one inside another is smaller', () => {
  const editor = opened();
  cursorOn(editor, 17);
  expect(texts('.s-card-bar b')).toEqual(['quiz', 'choice', t('editor.directive.trainer')]);
  expect(texts('.s-card-bar-inner b')).toEqual(['choice']);
  expect(document.querySelector('.cm-content')?.textContent).not.toContain(':::');
  editor.close();
});

test('a card has a first and a last line, and what is inside it begins with its bar', () => {
  const editor = opened();
  cursorOn(editor, 17);
  expect([all('.s-card').length, all('.s-card-first').length, all('.s-card-last').length, all('.s-card-on').length]).toEqual([8, 2, 2, 0]);
  expect(all('.s-inner')).toHaveLength(3);
  expect(all('.s-inner-first').map((line) => line.querySelector('b')?.textContent)).toEqual(['choice']);
  expect(all('.s-close')).toHaveLength(3);
  editor.close();
});

test('the card of the cursor is marked, and its signs are shown beside its bar', () => {
  const editor = opened();
  cursorOn(editor, 13);
  expect([texts('.s-mono:not(.s-dim)'), all('.s-card-on').length, all('.s-card-bar').length]).toEqual([[':::trainer'], 3, 3]);
  cursorOn(editor, 15);
  expect([texts('.s-mono.s-dim'), all('.s-close').length, all('.s-card-on').length]).toEqual([[':::'], 2, 3]);
  editor.close();
});

test('while a button of the mouse is down, all lines stay as they are', () => {
  const editor = opened();
  cursorOn(editor, 17);
  editor.view.contentDOM.dispatchEvent(new MouseEvent('mousedown', { button: 1 }));
  cursorOn(editor, 13);
  expect(texts('.s-mono')).toEqual([]);
  window.dispatchEvent(new MouseEvent('mouseup'));
  expect(texts('.s-mono')).toEqual([':::trainer']);
  editor.close();
});

test('a box shows its signs when the cursor comes into them, also on the same line', () => {
  const editor = opened(['- [ ] Pain', 'Fin.']);
  editor.view.dispatch({ selection: { anchor: 8 } });
  expect([all('.s-box').length, texts('.s-sign')]).toEqual([1, []]);
  editor.view.dispatch({ selection: { anchor: 2 } });
  expect([all('.s-box').length, texts('.s-sign')]).toEqual([0, ['- [ ] ']]);
  editor.close();
});

test('all lines that are selected are shown as they are written', () => {
  const editor = opened(['# Un', '# Deux {#a}', '# Trois {#b}', '# Quatre {#c}']);
  editor.view.dispatch({ selection: { anchor: 6, head: 24 } });
  expect([texts('.s-attributes'), texts('.s-id')]).toEqual([[' {#a}', ' {#b}'], ['#']]);
  editor.view.dispatch({ selection: { anchor: 6, head: 40 } });
  expect([texts('.s-attributes'), texts('.s-id')]).toEqual([[' {#a}', ' {#b}', ' {#c}'], []]);
  editor.view.dispatch({ selection: { anchor: 40, head: 24 } });
  expect([texts('.s-attributes'), texts('.s-id')]).toEqual([[' {#b}', ' {#c}'], ['#']]);
  editor.close();
});

test('bars are drawn again when the types come, and have their labels, icons and chips', () => {
  const editor = opened([
    ':::choice{#a points=2}',
    ':::',
    ':::callout',
    ':::',
    ':::after',
    ':::',
    ':::band',
    ':::',
    ':::include',
    ':::',
    ':::trainer',
    ':::',
    'Fin.',
  ]);
  cursorOn(editor, 13);
  const before: Surroundings = editor.view.state.field(surroundings);
  const types = new Map(
    [typeOf('choice', 'choices', { label: 'Choix' }), typeOf('callout', 'prose', { label: 'Encadré' })].map((one) => [one.name, one]),
  );
  editor.view.dispatch({ effects: setSurroundings.of({ ...before, types }) });
  expect([texts('.s-card-bar b'), texts('.s-chip')]).toEqual([
    ['Choix', 'Encadré', ...(['after', 'band', 'include', 'trainer'] as const).map((name) => t(`editor.directive.${name}`))],
    [t('editor.points', { points: 2 })],
  ]);
  const icons = all('.s-card-bar').map((bar) => bar.querySelector('path')?.getAttribute('d') ?? 'undefined');
  expect([new Set(icons).size, icons.includes('undefined')]).toEqual([6, false]);
  editor.close();
});

test('a text is drawn again after a change, and with facts of another key, not with those of the same', () => {
  const editor = opened(['Un.', '', ':::choice{#a competency=c1}', ':::', '', ':::four', ':::', 'Fin.']);
  cursorOn(editor, 1);
  const before: Surroundings = editor.view.state.field(surroundings);
  const types = new Map([['four', typeOf('four', 'table', { label: 'Four' })]]);
  const icon = (): string | null | undefined => all('.s-card-bar').at(-1)?.querySelector('path')?.getAttribute('d');
  const plain = icon();
  const surround = (key: string, title: string): void => {
    const course = { competencies: [{ id: 'c1', title }], sessions: [] } as unknown as Surroundings['course'];
    editor.view.dispatch({ effects: setSurroundings.of({ ...before, types, course, key }) });
  };
  surround('a', 'C1.2 Rouler');
  expect([texts('.s-chip'), icon() === plain]).toEqual([['C1.2'], false]);
  surround('a', 'C4.5 Freiner');
  expect(texts('.s-chip')).toEqual(['C1.2']);
  surround('b', 'C4.5 Freiner');
  expect(texts('.s-chip')).toEqual(['C4.5']);
  editor.view.dispatch({ changes: { from: 0, insert: ':::trainer\n:::\n\n' } });
  expect(texts('.s-card-bar b')).toEqual([t('editor.directive.trainer'), 'choice', 'Four']);
  editor.close();
});
