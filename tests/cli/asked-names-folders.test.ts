import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askedNames } from '../../build/cli/asked-names.ts';
import { commandContext } from '../helpers/command-context.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const project = makeProject({
  'modules/trams/rames.md': 'x',
  'modules/trams/rames/x.md': 'x',
  'modules/trams/2028.md': 'x',
  'modules/trams/banks/fonds.md': 'x',
  'modules/pain/rames.md': 'x',
  'modules/pain/soir.yml': 'x',
  'modules/pain/vide.md/x': 'x',
  'docs/rames.md': 'x',
});

/** Looks names up from some folders of the project. */
const asked = (folders: readonly string[], ...names: readonly string[]): readonly string[] =>
  askedNames(names, commandContext(project, { folders: folders.map((folder) => join(project, folder)) }).context);

test.each([
  [['modules/trams', 'modules/pain'], './rames.md', 'trams/rames'],
  [['modules/pain', 'modules/trams'], './rames.md', 'pain/rames'],
  [['docs', 'modules/pain'], 'rames.md', 'pain/rames'],
  [['docs', 'modules/pain'], '../modules/pain/soir.yml', 'pain'],
  [['docs', 'modules/pain'], 'soir.yml', 'pain'],
  [['modules/trams'], 'soir', 'soir'],
  [['modules/trams'], 'rames', 'rames'],
  [['modules/trams'], './2028', 'trams/2028'],
  [['modules/trams'], './rames', 'trams'],
  [['modules/trams'], 'banks/fonds.md', 'trams'],
  [['modules/pain'], './vide', 'vide'],
  [['modules/pain'], 'mdx', 'mdx'],
  [['modules/trams'], '../pain', 'pain'],
  [[''], '././modules/trams/nuit.md', 'trams/nuit'],
  [[''], 'trams/nuit//', 'trams/nuit'],
  [[''], 'autre/modules/nuit', 'autre/modules/nuit'],
])('from %j, %s is %s', (folders, name, expected) => {
  expect(asked(folders, name)).toEqual([expected]);
});

test('all courses are meant as soon as one name means them, from any of the folders', () => {
  expect(asked(['modules/trams'], 'soir', 'trams/rames')).toEqual(['soir', 'trams/rames']);
  for (const [folders, name] of [
    [['docs', ''], 'modules'],
    [['', 'docs'], 'modules'],
    [['docs'], '..'],
    [['docs', ''], '.'],
    [['docs'], '../modules/'],
  ] as const)
    expect(asked(folders, 'soir', name, 'trams/rames')).toEqual([]);
  expect(asked(['docs'], '.')).toEqual(['.']);
});
