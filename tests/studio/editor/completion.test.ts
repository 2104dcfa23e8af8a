// @vitest-environment happy-dom
import { currentCompletions, startCompletion } from '@codemirror/autocomplete';
import { EditorState, type Transaction } from '@codemirror/state';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completion } from '../../../build/studio/editor/completion.ts';
import { reading } from '../../../build/studio/editor/reading.ts';
import { setSurroundings, surroundings } from '../../../build/studio/editor/surroundings.ts';
import type { AttributeFacts, TypeFacts } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';

let view: EditorView;
/** Changes of the text. */
const taken: Transaction[] = [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  view.destroy();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const attribute = (name: string, values: readonly string[]): AttributeFacts => ({
  name,
  kind: 'choice',
  values,
  fallback: '',
  isCommon: false,
});
const type = (name: string, label: string, kind: TypeFacts['kind'], form: string): TypeFacts => ({
  name,
  label,
  kind,
  form,
  attributes: [attribute('review', ['now', 'end']), attribute('shuffle', ['yes'])],
  contains: [],
});
const TYPES = [type('callout', 'Encadré', 'block', 'prose'), type('choice', 'Choix', 'activity', 'choices')];

const noted = EditorView.updateListener.of(({ transactions }) => void taken.push(...transactions.filter((one) => one.docChanged)));

/** Lets the list come: the editor waits for more keys. */
async function wait(): Promise<void> {
  await vi.advanceTimersByTimeAsync(300);
}

/** Opens a text with the cursor at `‸`. */
function opened(marked: string, files: readonly string[] = ['assets/four.png']): void {
  const [doc, anchor] = [marked.replace('‸', ''), marked.indexOf('‸')];
  view = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc, selection: { anchor }, extensions: [surroundings, reading, completion(), noted] }),
  });
  const types = new Map(TYPES.map((one) => [one.name, one]));
  view.dispatch({ effects: setSurroundings.of({ ...view.state.field(surroundings), types, files }) });
}

async function write(text: string): Promise<void> {
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head, insert: text }, selection: { anchor: head + text.length }, userEvent: 'input.type' });
  await wait();
}

/** Asks for the list, as its key does. */
async function ask(): Promise<void> {
  startCompletion(view);
  await wait();
}

const press = (key: string): boolean => runScopeHandlers(view, new KeyboardEvent('keydown', { key }), 'editor');
const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.cm-tooltip-autocomplete li')];
const labels = (): string[] => currentCompletions(view.state).map(({ label }) => label);
const marked = (): string => {
  const { doc, selection } = view.state;
  return `${doc.sliceString(0, selection.main.head)}‸${doc.sliceString(selection.main.head)}`;
};

test('behind colons, types are offered by their names in the author’s language, activities first', async () => {
  opened('# Four {#four}\n\n‸');
  await write(':::');
  expect(items().map((one) => one.textContent)).toEqual([
    `${t('editor.complete.close')}:::`,
    'Choixchoice',
    `${t('editor.directive.after')}after`,
    'Encadrécallout',
    `${t('editor.directive.trainer')}trainer`,
  ]);
  expect(labels()).toEqual([':::', ':::choice', ':::after', ':::callout', ':::trainer']);
  expect([...document.querySelectorAll('completion-section')].map((one) => one.textContent)).toEqual([
    t('editor.complete.activity'),
    t('editor.complete.block'),
  ]);
  expect(document.querySelector('.cm-completionIcon')).toBeNull();
  expect(currentCompletions(view.state).map(({ info }) => info)).toEqual([
    undefined,
    'Une question dont on coche la ou les réponses',
    t('editor.about.after'),
    undefined,
    t('editor.about.trainer'),
  ]);
});

test('they are found by the names that are written', async () => {
  opened('# Four {#four}\n\n‸');
  await write(':::call');
  expect(labels()).toEqual([':::callout']);
});

test('elsewhere, a name stands as it is written, with what it is', async () => {
  opened('# Four {#four}\n\n:::choice{#bois ‸}');
  await ask();
  expect([items().map((one) => one.textContent), labels()]).toEqual([
    [`review${t('editor.kind.choice')}`, `shuffle${t('editor.kind.choice')}`],
    ['review', 'shuffle'],
  ]);
  expect(document.querySelector('completion-section')).toBeNull();
});

test.each(['Tab', 'Enter'])('%s takes a type, and the cursor goes into it', async (key) => {
  opened('# Four {#four}\n\n‸');
  await write(':::cho');
  expect([press(key), marked()]).toEqual([true, '# Four {#four}\n\n:::choice{#choice}\n‸\n:::']);
  await wait();
  expect(labels()).toEqual([]);
});

test('what was taken is one input, and is scrolled to', async () => {
  opened('# Four {#four}\n\n‸');
  await write(':::cho');
  taken.length = 0;
  press('Tab');
  expect(taken.map((one) => [one.isUserEvent('input.complete'), one.scrollIntoView])).toEqual([[true, true]]);
});

test('behind an attribute, its values are offered at once; one more is taken by Tab', async () => {
  opened('# Four {#four}\n\n:::choice{#bois ‸}');
  await write('re');
  press('Tab');
  expect(marked()).toBe('# Four {#four}\n\n:::choice{#bois review=‸}');
  await wait();
  expect(labels()).toEqual(['end', 'now']);
  press('Tab');
  expect(marked()).toBe('# Four {#four}\n\n:::choice{#bois review=end‸}');
  await wait();
  expect(labels()).toEqual([]);
});

test('Escape closes the list; without a list, Tab and Escape are left to the page', async () => {
  opened('# Four {#four}\n\n‸');
  await write(':::cho');
  expect([press('Escape'), labels(), marked()]).toEqual([true, [], '# Four {#four}\n\n:::cho‸']);
  expect([press('Escape'), press('Tab'), marked()]).toEqual([false, false, '# Four {#four}\n\n:::cho‸']);
});

test('two colons may close a directive: the list waits until it is asked for', async () => {
  opened('# Four {#four}\n\n‸');
  await write('::');
  expect(labels()).toEqual([]);
  await ask();
  expect(labels()).toEqual([':::choice', ':::after', ':::callout', ':::trainer']);
});

test('files are offered in a link, while their name is typed', async () => {
  opened('Voir ![Le four](‸', ['assets/four-2.png', 'assets/pain.png']);
  await write('assets/f');
  expect(labels()).toEqual(['assets/four-2.png']);
  await write('our-2.p');
  expect(labels()).toEqual(['assets/four-2.png']);
  await write(' ');
  expect(labels()).toEqual([]);
});

test('where nothing is known, nothing is offered', async () => {
  opened('Du ‸');
  await ask();
  expect(labels()).toEqual([]);
});

test('a long list is drawn in parts, and closes when the focus goes elsewhere', async () => {
  const files = Array.from({ length: 90 }, (_, at) => `assets/${at + 10}.png`);
  opened('Voir ![Le four](‸', files);
  await ask();
  expect([items().length, labels().length]).toEqual([80, 90]);
  view.contentDOM.dispatchEvent(new FocusEvent('blur'));
  await wait();
  expect(labels()).toEqual([]);
});
