import { expect, test } from 'vitest';
import { insertIds } from '../../build/text/insert-ids.ts';

test.each([
  [':::choice', ':::choice{#a}'],
  [':::choice{}', ':::choice{#a}'],
  [':::choice{points=2}', ':::choice{#a points=2}'],
  ['  ::quiz {bank="x"}', '  ::quiz {#a bank="x"}'],
  [':::choice ', ':::choice{#a} '],
  [':::choice\u00a0texte', ':::choice{#a}\u00a0texte'],
  [':::q', ':::q{#a}'],
  ['::: choice-2  {x}', '::: choice-2  {#a x}'],
  ['# Le quai', '# Le quai {#a}'],
  ['# Le C# ', '# Le C# {#a} '],
  ['# Le {x} quai', '# Le {x} quai {#a}'],
  ['# Le quai ##', '# Le quai {#a} ##'],
  ['# Le quai {only=nord}', '# Le quai {#a only=nord}'],
  ['# Le {x} quai {only=nord}', '# Le {x} quai {#a only=nord}'],
  ['# Le quai {only=nord} ', '# Le quai {#a only=nord} '],
  ['\u00a0::\u00a0quiz\u202f{x}', '\u00a0::\u00a0quiz\u202f{#a x}'],
  ['#\u00a0Le quai', '#\u00a0Le quai {#a}'],
  ['# Le quai {only=nord} #', '# Le quai {#a only=nord} #'],
  ['# Le quai {{nom}}', '# Le quai {{nom}} {#a}'],
  ['# {only=nord}', '# {#a only=nord}'],
  ['#', '# {#a}'],
  ['\ufeff# Le quai', '\ufeff# Le quai {#a}'],
  ['   ###### Six', '   ###### Six {#a}'],
])('%j', (line, expected) => {
  expect(insertIds(line, [{ line: 1, id: 'a' }])).toEqual({ text: expected, lost: [] });
});

test.each(['####### Sept', '#Le quai', 'Une rame', '    # Code', ':choice', '::: {x}', 'Un ::quiz{x}', 'x # Le quai', ':::2choix'])(
  '%j has no place for an id',
  (line) => {
    expect(insertIds(line, [{ line: 1, id: 'a' }])).toEqual({ text: line, lost: [{ line: 1, id: 'a' }] });
  },
);

test('lines are counted whatever ends them, and stay as they are', () => {
  const text = '# Un\r\nx\r# Deux\n\n:::choice\n';
  const ids = [
    { line: 1, id: 'a' },
    { line: 3, id: 'b' },
    { line: 5, id: 'c' },
    { line: 2, id: 'd' },
    { line: 99, id: 'e' },
  ];
  expect(insertIds(text, ids)).toEqual({ text: '# Un {#a}\r\nx\r# Deux {#b}\n\n:::choice{#c}\n', lost: ids.slice(3) });
});
