// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DrawnText } from '../../../build/studio/editor/drawn-text.tsx';
import type { TextEditor } from '../../../build/studio/editor/editor.ts';
import { surroundings } from '../../../build/studio/editor/surroundings.ts';
import type { Checked, Problem } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { button, draw, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { NOTHING, openStudio } from '../../helpers/open-studio.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

const PATH = 'modules/four/pain.md';
const LINES = ['# Pain {#pain}', '', ':::choice{#bois}', 'Du bois ?', ':::', '', '![Un four](assets/four.png)', '', 'Fin.'];
const TEXT = LINES.join('\r\n');

let studio: Studio;
let editor: TextEditor | null;
let checked: Checked;
const types = vi.fn(() => [typeOf('choice', 'choices', { label: 'Choix' })]);
const events = { onEdit: vi.fn(), onCursor: vi.fn(), onHistory: vi.fn(), onSwitch: vi.fn() };
const onMade = vi.fn((made: TextEditor | null) => {
  editor = made;
});
type Props = Parameters<typeof DrawnText>[0];
let props: Props;

beforeEach(async () => {
  checked = NOTHING;
  const files = { 'course.yaml': 'id: four', 'pain.md': TEXT, 'sel.md': '# Sel {#sel}\n\nDu sel.', 'assets/four.png': 'one' };
  ({ studio } = await openStudio(files, { types, open: () => checked, change: () => checked }));
  let made = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++made}`);
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  props = { studio, path: PATH, nonce: 'n', look: 'readable', actions: {}, events, onMade };
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const drawn = (more: Partial<Props> = {}): Promise<void> => draw(h(DrawnText, { ...props, ...more }));
/** Draws the same text with other properties. */
async function redrawn(more: Partial<Props>): Promise<void> {
  await act(() => render(h('div', null, h(DrawnText, { ...props, ...more })), document.body.firstElementChild as Element));
  await settled();
}
function view(): TextEditor['view'] {
  if (!editor) throw new Error('no editor');
  return editor.view;
}
const doc = (): string => view().state.doc.toString();
const bars = (): string[] => [...document.querySelectorAll('.s-card-bar b')].map(wordsOf);
const faults = (): string[] => [...document.querySelectorAll('.s-fault p')].map(wordsOf);
const problem = (path: string, line: number, words: string): Problem => {
  return { severity: 'error', code: 'other', path, line, column: 1, problem: words, write: '', values: {} };
};

test('the text of the file is drawn, with the types and pictures of its course', async () => {
  await drawn();
  expect([doc(), document.querySelectorAll('.s-drawn .cm-editor').length, bars()]).toEqual([LINES.join('\n'), 1, ['Choix']]);
  expect([document.querySelector('.s-shot img')?.getAttribute('src'), types.mock.calls.length, onMade.mock.calls]).toEqual([
    'blob:1',
    1,
    [[editor]],
  ]);
  expect(view().state.field(surroundings).files).toEqual(['assets/four.png']);
});

test('a text that is taken away leaves nothing', async () => {
  await drawn();
  const { destroy } = view();
  const closed = vi.spyOn(view(), 'destroy').mockImplementation(destroy);
  await undraw();
  expect([editor, closed.mock.calls.length, document.querySelector('.cm-editor')]).toEqual([null, 1, null]);
  expect(vi.mocked(URL.revokeObjectURL).mock.calls).toEqual([['blob:1']]);
  studio.outside.value += 1;
  studio.cursor.value = { path: PATH, line: 3, isPicked: true };
});

test('types that come when the text is gone are left alone', async () => {
  await act(() => render(h(DrawnText, props), document.body));
  const dispatch = vi.spyOn(view(), 'dispatch');
  await act(() => render(null, document.body));
  dispatch.mockClear();
  await settled();
  expect(dispatch).not.toHaveBeenCalled();
});

test('another file has an editor of its own', async () => {
  const problems = [problem(PATH, 3, 'Trop court.'), problem('modules/four/sel.md', 1, 'Trop salé.')];
  studio.checked.value = { ...NOTHING, problems };
  await drawn();
  const before = editor;
  await redrawn({ path: 'modules/four/sel.md' });
  expect([doc(), editor === before, onMade.mock.calls.map(([made]) => made === null)]).toEqual([
    '# Sel {#sel}\n\nDu sel.',
    false,
    [false, true, false],
  ]);
  expect(faults()).toEqual(['Trop salé.']);
  await redrawn({ path: 'modules/four/none.md' });
  expect(doc()).toBe('');
});

test('what happens in it goes to those who listen now, as a method of theirs', async () => {
  await drawn();
  const contexts = { onEdit: vi.fn(), onCursor: vi.fn(), onHistory: vi.fn(), onSwitch: vi.fn() };
  await redrawn({ events: contexts });
  view().dispatch({ changes: { from: 0, to: 1, insert: '##' } });
  view().contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'E', code: 'KeyE', keyCode: 69, ctrlKey: true, shiftKey: true }));
  expect(contexts.onEdit.mock.calls).toEqual([[[{ from: 0, to: 1, insert: '##' }]]]);
  expect([contexts.onCursor.mock.calls, contexts.onHistory.mock.calls, contexts.onSwitch.mock.calls.length]).toEqual([
    [[1]],
    [[true, false]],
    1,
  ]);
  expect(contexts.onEdit.mock.contexts).toEqual([contexts]);
  expect(Object.values(events).flatMap((one) => one.mock.calls)).toEqual([]);
});

test('its look changes without a change of the text', async () => {
  await drawn();
  await redrawn({ look: 'raw' });
  expect([bars(), doc(), onMade.mock.calls.length]).toEqual([[], LINES.join('\n'), 1]);
});

test('its buttons do what is asked for now', async () => {
  await drawn();
  const onEdit = vi.fn();
  await redrawn({ actions: { onEdit } });
  button(t('editor.edit.of', { name: 'Choix' })).click();
  expect(onEdit.mock.calls).toEqual([[expect.objectContaining({ id: 'bois' })]]);
});

test('a copy gets an id that no other text of the course has', async () => {
  HTMLElement.prototype.showPopover = () => {};
  studio.project.put('modules/four/sel.md', ':::choice{#bois-2}\n:::\n');
  await drawn();
  view().focus = () => {};
  button(t('editor.more', { name: 'Choix' })).click();
  button(t('editor.duplicate')).click();
  expect(doc()).toContain(':::choice{#bois-3}');
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
});

describe('after a check', () => {
  async function check(more: Partial<Checked>): Promise<void> {
    checked = { ...NOTHING, ...more };
    await act(() => studio.checkAgain());
    await settled();
  }

  test('the problems of this text are shown', async () => {
    await check({ problems: [problem(PATH, 9, 'Trop court.'), problem('modules/four/sel.md', 1, 'Trop salé.')] });
    await drawn();
    expect(faults()).toEqual(['Trop court.']);
    await check({ problems: [problem(PATH, 1, 'Trop long.'), problem('modules/four/sel.md', 1, 'Trop salé.')] });
    expect(faults()).toEqual(['Trop long.']);
  });

  test('a picture that has changed is drawn again', async () => {
    await drawn();
    studio.project.put('modules/four/assets/four.png', 'two');
    await check({});
    expect(document.querySelector('.s-shot img')?.getAttribute('src')).toBe('blob:2');
  });

  test('a picture that was missing is drawn', async () => {
    studio.project.remove('modules/four/assets/four.png');
    await drawn();
    expect(document.querySelector('.s-shot img')).toBeNull();
    studio.project.put('modules/four/assets/four.png', 'one');
    await check({});
    expect(document.querySelector('.s-shot img')?.getAttribute('src')).toBe('blob:1');
  });

  test('the bars are in the language that was chosen meanwhile', async () => {
    studio.project.put(PATH, ':::choice{points=0}\n:::\n\nFin.');
    await drawn();
    const { value: chosen } = language;
    onTestFinished(() => {
      language.value = chosen;
    });
    for (const one of ['en', 'fr'] as const) {
      language.value = one;
      await check({});
      expect([...document.querySelectorAll('.s-chip')].map(wordsOf)).toEqual([t('editor.noPoints')]);
    }
  });

  test('facts of the course are on the bars', async () => {
    await drawn();
    const activity = { id: 'bois', type: 'choice', title: '', points: 3, competencies: [], path: PATH, line: 3 };
    const page = { id: 'pain', title: 'Pain', path: PATH, line: 1, activities: [activity] };
    const session = { id: 'pain', title: 'Pain', path: PATH, minutes: 5, pages: [page] };
    const course = { id: 'four', title: 'Four', lang: 'fr', sessions: [session], competencies: [], cohorts: [], people: [], targets: [] };
    await check({ course });
    expect([...document.querySelectorAll('.s-chip')].map(wordsOf)).toEqual([
      wordsOf({ textContent: t('editor.points', { points: 3 }) } as Element),
    ]);
  });
});

test('what a form or another program has changed is shown', async () => {
  const change = (): Promise<void> => act(() => void studio.outside.value++);
  await drawn();
  studio.project.put(PATH, '# Pain {#pain}\n\nAutre.');
  expect(doc()).toBe(LINES.join('\n'));
  await change();
  expect([doc(), events.onEdit.mock.calls]).toEqual(['# Pain {#pain}\n\nAutre.', []]);
  studio.project.remove(PATH);
  await change();
  expect(doc()).toBe('');
});

describe('the place that is shown', () => {
  const place = (): readonly [number | undefined, boolean] => [editor?.line, view().hasFocus];
  const put = (line: number, more: object = {}): Promise<void> =>
    act(() => {
      studio.cursor.value = { path: PATH, line, ...more };
    });

  test('is the line that was shown before, without the focus', async () => {
    studio.cursor.value = { path: PATH, line: 4 };
    await drawn();
    expect(place()).toEqual([4, false]);
  });

  test('is the start for a place in another text', async () => {
    studio.cursor.value = { path: 'modules/four/sel.md', line: 3 };
    await drawn();
    expect(editor?.line).toBe(1);
    await put(3, { path: 'modules/four/sel.md', isPicked: true });
    expect(place()).toEqual([1, false]);
  });

  test('follows another pane, and keeps the cursor on its line', async () => {
    await drawn();
    await put(9);
    expect(place()).toEqual([9, false]);
    const at = view().state.doc.length - 1;
    view().dispatch({ selection: { anchor: at } });
    await put(9);
    expect(view().state.selection.main.head).toBe(at);
  });

  test('gets the focus if it was picked, also on the line of the cursor', async () => {
    await drawn();
    const focus = vi.spyOn(view(), 'focus').mockReturnValue();
    view().dispatch({ selection: { anchor: 5 } });
    await put(1, { isPicked: true });
    expect([view().state.selection.main.head, focus.mock.calls.length]).toEqual([0, 1]);
  });
});
