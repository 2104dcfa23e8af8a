// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TextMode } from '../../../build/studio/editor/text-mode.ts';
import type { Tool } from '../../../build/studio/editor/toolbar.tsx';
import { bottomTools, type ToolHost, topTools } from '../../../build/studio/editor/tools.ts';
import { EditedText } from '../../helpers/edited-text.ts';

const choose = vi.fn();
let text: EditedText;

beforeEach(() => {
  text = new EditedText('Un «pain» rond');
});
afterEach(() => {
  text.editor.close();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const host = (more: Partial<ToolHost> = {}): ToolHost => ({
  mode: 'readable',
  canUndo: true,
  canRedo: true,
  actions: {},
  editor: () => text.editor,
  choose,
  ...more,
});
const names = (tools: readonly Tool[]): string[] => tools.map(({ name }) => name.replace('editor.', ''));
const named = (tools: readonly Tool[], name: string): Tool => tools.find((one) => one.name === `editor.${name}`) as Tool;

describe('above the text', () => {
  const ALL = ['add', 'bold', 'italic', 'link', 'list', 'picture', 'quote', 'undo', 'redo', 'search', 'raw', 'plain'];

  test.each(['readable', 'raw'] as const)('everything is there for a text that is %s', (mode) => {
    const tools = topTools(host({ mode }));
    expect(names(tools)).toEqual(ALL);
    expect(new Set(tools.flatMap(({ icon }) => icon || [])).size).toBe(ALL.length);
    expect(names(tools.filter(({ isNamed }) => isNamed))).toEqual(['add', 'raw']);
    expect(names(tools.filter(({ isLast }) => isLast))).toEqual(['undo']);
  });

  test('a plain field keeps the browser’s own ways; a form can add to it', () => {
    expect([names(topTools(host({ mode: 'plain' }))), names(topTools(host({ mode: 'plain', actions: { onAdd: vi.fn() } })))]).toEqual([
      ['raw', 'plain'],
      ['add', 'raw', 'plain'],
    ]);
  });

  test('keys are named', () => {
    const keys = topTools(host()).flatMap(({ name, keys: own }) => (own === undefined ? [] : [`${name.replace('editor.', '')} ${own}`]));
    expect(keys).toEqual(['bold Ctrl+B', 'italic Ctrl+I', 'undo Ctrl+Z', 'redo Ctrl+Y', 'search Ctrl+F', 'raw Ctrl+Shift+E']);
  });

  test.each<[string, string]>([
    ['bold', 'Un **«pain»** rond'],
    ['italic', 'Un *«pain»* rond'],
    ['list', '- Un «pain» rond'],
    ['quote', '> Un «pain» rond'],
    ['picture', 'Un ![pain](«») rond'],
    ['link', 'Un [pain](«») rond'],
  ])('« %s » acts on what is selected', (name, marked) => {
    named(topTools(host()), name).run();
    expect(text.marked).toBe(marked);
  });

  test('without a form, an activity begins in the text', () => {
    named(topTools(host()), 'add').run();
    expect(text.text).toBe('Un pain rond\n\n:::');
  });

  test('with forms, activities and pictures go to the cursor’s end of what is selected', () => {
    const actions = { onAdd: vi.fn(), onPicture: vi.fn() };
    const tools = topTools(host({ actions }));
    named(tools, 'add').run();
    named(tools, 'picture').run();
    expect([actions.onAdd.mock.calls, actions.onPicture.mock.calls, text.text]).toEqual([[[7]], [[7]], 'Un pain rond']);
  });

  test('before the editor is there, they go to the start, and the others do nothing', () => {
    const actions = { onAdd: vi.fn(), onPicture: vi.fn() };
    for (const tool of topTools(host({ actions, editor: () => null }))) tool.run();
    for (const tool of topTools(host({ editor: () => null }))) tool.run();
    expect([actions.onAdd.mock.calls, actions.onPicture.mock.calls]).toEqual([[[0]], [[0]]]);
  });

  test('undo and redo act when they can', () => {
    const [undo, redo, search] = (['undo', 'redo', 'search'] as const).map((name) => vi.spyOn(text.editor, name).mockReturnValue());
    const tools = topTools(host({ canRedo: false }));
    expect([named(tools, 'undo').isDisabled, named(tools, 'redo').isDisabled]).toEqual([false, true]);
    expect([named(topTools(host({ canUndo: false })), 'undo').isDisabled]).toEqual([true]);
    const calls = () => [undo, redo, search].map((spy) => spy?.mock.calls.length);
    for (const [name, counts] of [
      ['undo', [1, 0, 0]],
      ['redo', [1, 1, 0]],
      ['search', [1, 1, 1]],
    ] as const) {
      named(tools, name).run();
      expect(calls()).toEqual(counts);
    }
  });

  test.each<[TextMode, string, TextMode]>([
    ['readable', 'raw', 'raw'],
    ['raw', 'raw', 'readable'],
    ['plain', 'raw', 'raw'],
    ['readable', 'plain', 'plain'],
    ['raw', 'plain', 'plain'],
    ['plain', 'plain', 'readable'],
  ])('from %s, the switch « %s » leads to %s', (mode, name, next) => {
    const tools = topTools(host({ mode }));
    named(tools, name).run();
    expect(choose.mock.calls).toEqual([[next]]);
    expect(['raw', 'plain'].map((one) => named(tools, one).isPressed)).toEqual([mode === 'raw', mode === 'plain']);
  });
});

describe('below the text of a phone', () => {
  test('are an answer, its feedback and the ways that have no key there', () => {
    const tools = bottomTools(host({ canUndo: false }));
    expect(names(tools)).toEqual(['add', 'answer', 'feedback', 'undo', 'raw', 'search', 'plain']);
    expect(names(tools.filter(({ isNamed }) => isNamed))).toEqual(['add', 'answer', 'feedback']);
    expect([named(tools, 'undo').isDisabled, named(bottomTools(host()), 'undo').isDisabled]).toEqual([true, false]);
    expect(new Set(tools.flatMap(({ icon }) => icon || [])).size).toBe(7);
  });

  test.each([
    ['answer', 'Un pain rond\n- [ ] «»'],
    ['feedback', 'Un pain rond\n> «»'],
    ['add', 'Un pain rond\n\n:::«»'],
  ])('« %s » begins a line', (name, marked) => {
    named(bottomTools(host()), name).run();
    expect(text.marked).toBe(marked);
  });

  test('undo and search act on the text, and on none before it is there', () => {
    const [undo, search] = (['undo', 'search'] as const).map((name) => vi.spyOn(text.editor, name).mockReturnValue());
    for (const tool of bottomTools(host({ editor: () => null }))) tool.run();
    expect([undo?.mock.calls.length, search?.mock.calls.length]).toEqual([0, 0]);
    named(bottomTools(host()), 'undo').run();
    expect([undo?.mock.calls.length, search?.mock.calls.length]).toEqual([1, 0]);
    named(bottomTools(host()), 'search').run();
    expect(search?.mock.calls.length).toBe(1);
  });

  test.each<[TextMode, string, TextMode]>([
    ['readable', 'raw', 'raw'],
    ['raw', 'raw', 'readable'],
    ['readable', 'plain', 'plain'],
  ])('from %s, the switch « %s » leads to %s', (mode, name, next) => {
    const tools = bottomTools(host({ mode }));
    named(tools, name).run();
    expect([choose.mock.calls, named(tools, 'raw').isPressed]).toEqual([[[next]], mode === 'raw']);
  });
});
