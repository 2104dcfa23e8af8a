// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlainText } from '../../../build/studio/editor/plain-text.tsx';
import type { Problem } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { buttons, draw, field, press, undraw, wordsOf } from '../../helpers/drawn.ts';

const RAW = '# Four {#four}\r\n\r\nVoir [le four](#fours).\r\n';
const SHOWN = RAW.replaceAll('\r\n', '\n');
const wrong: Problem = {
  severity: 'error',
  code: 'unknown-page',
  path: 'modules/four/pain.md',
  line: 3,
  column: 1,
  problem: 'Cette page n’existe pas.',
  write: 'Écrivez son id.',
  values: { page: 'fours', near: 'four' },
};
const unclear: Problem = { ...wrong, severity: 'notice', code: 'no-right-choice', line: 1, problem: 'Rien n’est juste.', write: '' };

let raw: string;
const onCursor = vi.fn();
const onEdit = vi.fn((changes: Parameters<typeof replaceIn>[1]) => {
  raw = replaceIn(raw, changes);
});

beforeEach(() => {
  raw = RAW;
});
afterEach(async () => {
  await undraw();
  vi.clearAllMocks();
});

const part = (line: number, problems: readonly Problem[] = []) =>
  h(PlainText, { raw, line, problems, onEdit, onCursor, read: () => raw, ids: () => new Set<string>() });
const drawn = (line = 1, problems: readonly Problem[] = []): Promise<void> => draw(part(line, problems));
/** Draws the same field for another line. */
const redrawn = (line: number): Promise<void> => act(() => render(h('div', null, part(line)), document.body.firstElementChild as Element));
const area = (): HTMLTextAreaElement => field<HTMLTextAreaElement>(t('editor.text'));
const cursor = (): readonly [number, number] => [area().selectionStart, area().selectionEnd];

describe('the field', () => {
  test('has a name and the text with plain breaks; without problems there is no list', async () => {
    await drawn();
    expect([area().value, document.querySelector('ul'), buttons()]).toEqual([SHOWN, null, []]);
  });

  test('writes what differs from the text as it is now', async () => {
    await drawn();
    area().value = SHOWN.replace('Voir', 'Revoir');
    await act(() => void area().dispatchEvent(new Event('input', { bubbles: true })));
    area().value = SHOWN.replace('Voir', 'Revoir ici');
    await act(() => void area().dispatchEvent(new Event('input', { bubbles: true })));
    expect([raw, onEdit.mock.calls.length]).toEqual([RAW.replace('Voir', 'Revoir ici'), 2]);
  });

  test('reports the line of its cursor', async () => {
    await drawn();
    for (const [offset, line] of [
      [0, 1],
      [14, 1],
      [15, 2],
      [16, 3],
    ] as const) {
      area().setSelectionRange(offset, offset + 1);
      await act(() => void area().dispatchEvent(new Event('select', { bubbles: true })));
      expect(onCursor.mock.lastCall).toEqual([line]);
    }
  });

  test('begins at a line, without taking the focus', async () => {
    await drawn(3);
    expect([cursor(), document.activeElement === area()]).toEqual([[16, 16], false]);
  });

  test('goes to another line when it is asked to, and stays where it is on that line', async () => {
    await drawn(1);
    area().setSelectionRange(20, 20);
    await redrawn(3);
    expect(cursor()).toEqual([20, 20]);
    await redrawn(2);
    expect([cursor(), document.activeElement === area()]).toEqual([[15, 15], false]);
    area().setSelectionRange(3, 3);
    await redrawn(2);
    expect(cursor()).toEqual([3, 3]);
  });
});

describe('a problem', () => {
  test('is a place in a list with its words; only some have a fix', async () => {
    await drawn(1, [wrong, unclear]);
    const items = [...document.querySelectorAll('li')];
    expect(items.map((one) => one.className)).toEqual(['s-fault s-fault-error', 's-fault s-fault-notice']);
    expect(items.map((one) => wordsOf(one.querySelector('p')))).toEqual(['Cette page n’existe pas. Écrivez son id.', 'Rien n’est juste.']);
    expect(buttons()).toEqual([
      t('editor.problem.line', { line: 3 }),
      t('editor.fix.replace', { shown: 'four' }).replace(/\u00a0|\u202f/g, ' '),
      t('editor.problem.line', { line: 1 }),
    ]);
    expect([...document.querySelectorAll('button')].every(({ type }) => type === 'button')).toBe(true);
  });

  test('is gone to, with the focus', async () => {
    await drawn(1, [wrong]);
    Object.defineProperties(area(), { scrollHeight: { value: 400 }, clientHeight: { value: 90 } });
    await press(t('editor.problem.line', { line: 3 }));
    expect([cursor(), document.activeElement === area(), area().scrollTop]).toEqual([[16, 16], true, 170]);
    expect(onEdit).not.toHaveBeenCalled();
  });

  test('is removed by its fix, which then shows its line', async () => {
    await drawn(1, [wrong]);
    await press(/four/);
    expect([raw, cursor(), document.activeElement === area()]).toEqual([RAW.replace('#fours', '#four'), [16, 16], true]);
  });

  test('that is gone by now is left alone', async () => {
    await drawn(1, [wrong]);
    raw = RAW.replace('#fours', '#pain');
    await press(/four/);
    expect([onEdit.mock.calls, document.activeElement === area()]).toEqual([[], false]);
  });

  test('gets an id that is free in the whole course', async () => {
    raw = ':::choice{#a}\n:::\n\n:::choice{#a}\n:::\n';
    const twice = { ...wrong, code: 'duplicate-id', line: 4, values: { id: 'a' } };
    await draw(h(PlainText, { raw, line: 1, problems: [twice], onEdit, onCursor, read: () => raw, ids: () => new Set(['a-2']) }));
    await press(/a-3/);
    expect(raw).toContain('\n:::choice{#a-3}');
  });
});
