import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TextSession } from '../../../build/studio/forms/editing.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const PATH = 'modules/a/1.md';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 10_000 }));
afterEach(() => void vi.useRealTimers());

async function opened(raw = 'un\r\ndeux\r\n') {
  const studio = await openedStudio({ [PATH]: raw });
  const session = new TextSession(studio, PATH);
  return { studio, session, raw: (): string | undefined => studio.project.text(PATH) };
}

const at = (from: number, insert: string, to = from) => ({ from, to, insert });

test('changes go to the raw text, in any order', async () => {
  const { session, raw } = await opened();
  expect(session.text).toBe('un\ndeux\n');
  session.change([at(3, '2', 7), at(0, '1', 2)], 'both', 'first');
  expect([raw(), session.wanted, session.canUndo, session.canRedo]).toEqual(['1\r\n2\r\n', 'first', true, false]);
});

test('only an added part is new, until the next change', async () => {
  const { session } = await opened();
  const after = (field: string, ...replacements: readonly ReturnType<typeof at>[]): boolean => {
    session.change(replacements, field, 'first');
    return session.isNew;
  };
  expect([session.isNew, after('add', at(0, 'a')), after('one', at(0, 'b')), after('add'), after('remove')]).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});

test('typing without a pause is one step, however long it takes', async () => {
  const { session, raw } = await opened();
  for (const [index, letter] of ['a', 'b', 'c'].entries()) {
    session.change([at(2 + index, letter)], 'one');
    vi.setSystemTime(11_000 + index * 1000);
  }
  expect(raw()).toBe('unabc\r\ndeux\r\n');
  session.undo();
  expect([raw(), session.canUndo]).toEqual(['un\r\ndeux\r\n', false]);
});

test('typing in one field is one step, for a while', async () => {
  const { session, raw } = await opened();
  session.change([at(2, 'a')], 'one');
  vi.setSystemTime(11_200);
  session.change([at(3, 'b')], 'one');
  vi.setSystemTime(12_401);
  session.change([at(4, 'c')], 'one');
  session.change([at(5, 'd')], 'two');
  const seen: (string | undefined)[] = [];
  for (let step = 0; step < 4; step += 1) {
    session.undo();
    seen.push(raw()?.split('\r')[0]);
  }
  expect([seen, session.canUndo, session.canRedo]).toEqual([['unabc', 'unab', 'un', 'un'], false, true]);
  session.redo();
  session.redo();
  session.redo();
  session.redo();
  expect([raw(), session.canRedo]).toEqual(['unabcd\r\ndeux\r\n', false]);
});

test('what is done again can be undone, and what is typed then is a step of its own', async () => {
  const { session, raw } = await opened('un');
  session.change([at(2, 'a')], 'one');
  session.undo();
  session.redo();
  session.change([at(3, 'b')], 'one');
  session.undo();
  expect([raw(), session.canUndo]).toEqual(['una', true]);
  session.undo();
  expect([raw(), session.canUndo]).toEqual(['un', false]);
});

test('a change after an undo forgets what could be done again', async () => {
  const { session, raw } = await opened();
  session.change([at(0, 'x')], 'one');
  session.undo();
  session.change([at(0, 'y')], 'two');
  session.redo();
  expect([raw(), session.canRedo]).toEqual(['yun\r\ndeux\r\n', false]);
});

test.each(['undo', 'redo'] as const)('%s never removes what something else has written', async (way) => {
  const { session, studio, raw } = await opened();
  session.change([at(0, 'x')], 'one');
  if (way === 'redo') session.undo();
  studio.edit(PATH, 'other');
  session[way]();
  expect([raw(), session.canUndo, session.canRedo]).toEqual(['other', false, false]);
  session.change([at(0, 'x')], 'one');
  session.undo();
  expect(raw()).toBe('other');
});

test('each change, undo and redo draws again once; a step that there isn’t draws nothing', async () => {
  const { session } = await opened();
  const drawn = (act: () => void): number => {
    const before = session.steps.value;
    act();
    return session.steps.value - before;
  };
  const [undo, redo] = [() => session.undo(), () => session.redo()];
  expect([undo, redo, () => session.change([at(0, 'x')], 'one'), undo, undo, redo, redo].map(drawn)).toEqual([0, 0, 1, 1, 0, 1, 0]);
});

test('a change without a field to focus leaves the focus; a file that is gone is empty', async () => {
  const { session, studio } = await opened();
  session.change([at(0, 'x')], 'one', 'first');
  session.change([at(0, 'x')], 'one');
  expect([session.wanted, new TextSession(studio, 'modules/a/2.md').text]).toEqual(['', '']);
});

test('no change only draws again, and asks for the focus', async () => {
  const { session, raw } = await opened();
  const before = session.steps.value;
  session.change([], 'one', 'field');
  expect([raw(), session.steps.value, session.wanted, session.canUndo]).toEqual(['un\r\ndeux\r\n', before + 1, 'field', false]);
});
