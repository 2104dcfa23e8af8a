// @vitest-environment happy-dom
import { StateEffect, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { actOnLine, beginLinesWith, lineBelow, makeLink, toggleBox, wrapIn } from '../../../build/studio/editor/commands.ts';
import { EditedText } from '../../helpers/edited-text.ts';

afterEach(() => document.body.replaceChildren());

const opened = (marked: string): EditedText => new EditedText(marked);

describe('signs around words', () => {
  test.each<[before: string, sign: '*' | '**', after: string]>([
    ['Un «pain» rond', '**', 'Un **«pain»** rond'],
    ['Un **«pain»** rond', '**', 'Un «pain» rond'],
    ['Un *«pain»* rond', '*', 'Un «pain» rond'],
    ['Un *«pain» rond', '*', 'Un **«pain»* rond'],
    ['Un **«pain»** rond', '*', 'Un ***«pain»*** rond'],
    ['Un ***«pain»*** rond', '*', 'Un **«pain»** rond'],
    ['Un ***«pain»*** rond', '**', 'Un *«pain»* rond'],
    ['Un *«pain»* rond', '**', 'Un ***«pain»*** rond'],
    ['Un «»', '**', 'Un **«»**'],
    ['«pain»', '**', '**«pain»**'],
  ])('%s with %s is %s', (before, sign, after) => {
    const text = opened(before);
    expect(wrapIn(sign)(text.view)).toBe(true);
    expect(text.marked).toBe(after);
    text.editor.undo();
    expect(text.marked.replace(/[«»]/g, '')).toBe(before.replace(/[«»]/g, ''));
  });

  test.each([
    ['Un «pain» rond', 'Un [pain](«») rond'],
    ['Un «» rond', 'Un [«»]() rond'],
  ])('a link is made: %s', (before, after) => {
    const text = opened(before);
    expect(makeLink(text.view)).toBe(true);
    expect(text.marked).toBe(after);
  });
});

describe('signs before lines', () => {
  test.each([
    ['a\n«b\nc»\nd', '- ', 'a\n- b\n- c\nd'],
    ['a\n- «b\n- c»\nd', '- ', 'a\nb\nc\nd'],
    ['- «b\nc»', '- ', '- - b\n- c'],
    ['b«»', '> ', '> b'],
  ])('%j with %j is %j', (before, sign, after) => {
    const text = opened(before);
    expect(beginLinesWith(sign)(text.view)).toBe(true);
    expect(text.text).toBe(after);
  });

  test.each([
    ['a«»b\nc', '> ', 'ab\n> «»\nc'],
    ['a\n  «»\nc', '- [ ] ', 'a\n- [ ] «»\nc'],
    ['a«»', '> ', 'a\n> «»'],
    ['«a\nb»\nc', '> ', 'a\nb\n> «»\nc'],
  ])('a line below %j begins with %j', (before, sign, after) => {
    const text = opened(before);
    expect(lineBelow(sign)(text.view)).toBe(true);
    expect(text.marked).toBe(after);
  });
});

test.each([wrapIn('*'), makeLink, beginLinesWith('- '), lineBelow('> ')])('the changed place is focused and in sight: %#', (command) => {
  const { view } = opened('Un «pain»');
  const [focus, dispatch] = [vi.spyOn(view, 'focus'), vi.spyOn(view, 'dispatch')];
  command(view);
  const [change] = dispatch.mock.calls[0] ?? [];
  expect([focus.mock.calls.length, change]).toEqual([1, expect.objectContaining({ scrollIntoView: true })]);
});

test('what a command changes is a step of its own among those of the keyboard', () => {
  const { view } = opened('- [ ] «pain»');
  const events: (string | undefined)[] = [];
  const noted = EditorView.updateListener.of(
    ({ transactions }) => void events.push(...transactions.map((one) => one.annotation(Transaction.userEvent))),
  );
  view.dispatch({ effects: StateEffect.appendConfig.of(noted) });
  events.length = 0;
  for (const command of [wrapIn('*'), makeLink, beginLinesWith('> '), beginLinesWith('> '), lineBelow('> ')]) command(view);
  toggleBox(view, 0);
  expect(events).toEqual([...Array(5).fill('input.mark'), 'input.box']);
});

describe('boxes', () => {
  test('the box of a line is ticked and emptied', () => {
    const text = opened('- [ ] a\n- [x] b«»\n- c');
    expect([toggleBox(text.view, 0), toggleBox(text.view, 12), toggleBox(text.view, 18)]).toEqual([true, true, false]);
    expect(text.text).toBe('- [x] a\n- [ ] b\n- c');
  });

  test('on a line with a box it is ticked, on the line of a directive its form opens, elsewhere nothing happens', () => {
    const text = opened('«»:::choice{#a}\n- [ ] b\n:::\nc');
    expect(actOnLine(text.view)).toBe(true);
    expect(text.edited.map(({ id }) => id)).toEqual(['a']);
    text.put(18);
    expect(actOnLine(text.view)).toBe(true);
    text.put(text.text.length);
    expect(actOnLine(text.view)).toBe(false);
    expect(text.text).toBe(':::choice{#a}\n- [x] b\n:::\nc');
    expect(text.edited).toHaveLength(1);
  });

  test('of several lines that are selected, the one of the cursor counts', () => {
    const text = opened('«- [ ] a\nb»');
    expect([actOnLine(text.view), text.text]).toEqual([false, '- [ ] a\nb']);
    const other = opened('«b\n- [ ] a»');
    expect([actOnLine(other.view), other.text]).toEqual([true, 'b\n- [x] a']);
  });
});
