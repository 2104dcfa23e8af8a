import { expect, test } from 'vitest';
import { PlanCommands } from '../../../build/studio/plan/plan-commands.ts';

const PATH = 'modules/quai/one.md';
const TEXT = '# Begin {#begin}\n\n:::choice{#tram}\nWhich?\n- [x] This\n:::\n';
// An earlier version had a second question, which learners have answered.
const LOCK = 'version: 2\nline: abcde\nmodules:\n  one:\n    activities:\n      tram: 1\n      tram-2: 2\n';

function commandsOver(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts));
  const project = { paths: [...files.keys()], text: (path: string) => files.get(path) };
  let edits = 0;
  const edit = (path: string, text: string): void => {
    edits += 1;
    files.set(path, text);
  };
  const studio = { project, edit };
  const commands = new PlanCommands(studio as unknown as ConstructorParameters<typeof PlanCommands>[0], PATH);
  return { commands, text: () => files.get(PATH) ?? '', edits: () => edits, edit };
}

test('a copy gets no id that learners of an earlier version have answered, nor one of another session', () => {
  const { commands, text } = commandsOver({
    [PATH]: TEXT,
    'modules/quai/two.md': '# Begin {#begin-2}\n',
    'modules/quai/course.lock.yaml': LOCK,
  });
  expect(commands.duplicate({ page: 0 }, 'Copied')).toBe(true);
  expect(text()).toContain('# Begin {#begin-3}');
  expect(text()).toContain(':::choice{#tram-3}');
  expect(commands.note.value?.text).toBe('Copied');
});

test('a new page has an id that begins with a letter', () => {
  const { commands, text } = commandsOver({ [PATH]: TEXT });
  commands.add(0, '3 lois, une porte', 'Words.');
  expect(text()).toContain('# 3 lois, une porte {#lois-une-porte}\n\nWords.');
  commands.add(1, 'Begin', 'Words.');
  expect(text()).toContain('# Begin {#begin-2}\n\nWords.');
});

const TWO = `${TEXT}\n# End {#end}\n\n:::choice{#bus}\nWhich?\n:::\n`;
const idsIn = (text: string): readonly string[] => [...text.matchAll(/\{#(\w+)\}/g)].map(([, id = '']) => id);

test('a step moves a place, and reports it', () => {
  const { commands, text, edits } = commandsOver({ [PATH]: TWO });
  expect([commands.step({ page: 0, part: 0 }, 'down', 'Down'), idsIn(text()), commands.note.value]).toEqual([
    true,
    ['begin', 'end', 'tram', 'bus'],
    { text: 'Down' },
  ]);
  expect([commands.step({ page: 0 }, 'up', 'Up'), edits(), commands.note.value]).toEqual([false, 1, { text: 'Down' }]);
});

test('a move goes to one side of another place', () => {
  const { commands, text } = commandsOver({ [PATH]: TWO });
  expect([commands.move({ page: 1 }, { page: 0 }, 'before', 'Moved'), idsIn(text()), commands.note.value]).toEqual([
    true,
    ['end', 'bus', 'begin', 'tram'],
    { text: 'Moved' },
  ]);
  commands.move({ page: 0, part: 0 }, { page: 1, part: 0 }, 'after', 'Moved');
  expect(idsIn(text())).toEqual(['end', 'begin', 'tram', 'bus']);
});

test('another title keeps the id; a title or page that is on screen needs no words', () => {
  const { commands, text, edits } = commandsOver({ [PATH]: TWO });
  commands.step({ page: 0 }, 'down', 'Down');
  expect([commands.rename(1, 'Start'), text().includes('# Start {#begin}'), commands.note.value]).toEqual([true, true, null]);
  commands.step({ page: 0 }, 'down', 'Down');
  expect([commands.add(0, 'Next', 'Words.'), commands.note.value, edits()]).toEqual([true, null, 4]);
});

test('what is removed comes back, once', () => {
  const { commands, text, edits } = commandsOver({ [PATH]: TWO });
  expect([commands.remove({ page: 1 }, 'Gone'), idsIn(text()), commands.note.value]).toEqual([
    true,
    ['begin', 'tram'],
    { text: 'Gone', before: TWO, after: text() },
  ]);
  commands.undo();
  expect([text(), commands.note.value, edits()]).toEqual([TWO, null, 2]);
  commands.undo();
  expect([text(), edits()]).toEqual([TWO, 2]);
});

test('what is removed does not come back over a later change', () => {
  const { commands, text, edit } = commandsOver({ [PATH]: TWO });
  commands.remove({ page: 1 }, 'Gone');
  edit(PATH, `${text()}More.\n`);
  commands.undo();
  expect([text().endsWith('More.\n'), idsIn(text()), commands.note.value]).toEqual([true, ['begin', 'tram'], null]);
});

test('only a removal can be undone', () => {
  const { commands, text, edits } = commandsOver({ [PATH]: TWO });
  commands.step({ page: 0 }, 'down', 'Down');
  const moved = text();
  commands.undo();
  expect([text(), commands.note.value, edits()]).toEqual([moved, null, 1]);
});

test('a text that is gone is empty', () => {
  const { commands, text } = commandsOver({});
  expect([commands.raw, commands.remove({ page: 0 }, 'Gone'), text()]).toEqual(['', false, '']);
});
