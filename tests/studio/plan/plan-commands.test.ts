import { expect, test } from 'vitest';
import { PlanCommands } from '../../../build/studio/plan/plan-commands.ts';

const PATH = 'modules/quai/one.md';
const TEXT = '# Begin {#begin}\n\n:::choice{#tram}\nWhich?\n- [x] This\n:::\n';
// An earlier version had a second question, which learners have answered.
const LOCK = 'version: 2\nline: abcde\nmodules:\n  one:\n    activities:\n      tram: 1\n      tram-2: 2\n';

function commandsOver(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts));
  const project = { paths: [...files.keys()], text: (path: string) => files.get(path) };
  const studio = { project, edit: (path: string, text: string) => void files.set(path, text) };
  const commands = new PlanCommands(studio as unknown as ConstructorParameters<typeof PlanCommands>[0], PATH);
  return { commands, text: () => files.get(PATH) ?? '' };
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
});
