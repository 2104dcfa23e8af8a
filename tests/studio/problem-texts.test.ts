import { expect, test } from 'vitest';
import type { Problem } from '../../build/studio/engine/problem.ts';
import { inStudio, mostUrgentFirst } from '../../build/studio/problem-texts.ts';
import { t } from '../../build/studio/strings.ts';

const problem = (more: Partial<Problem>): Problem => ({
  severity: 'error',
  code: 'unknown-directive',
  path: 'modules/oven/one.md',
  line: 1,
  column: 1,
  problem: 'Ce type n’existe pas.',
  write: 'Vouliez-vous dire « scene » ?',
  values: {},
  ...more,
});

test('errors come before warnings and tips, those of the text on screen first', () => {
  const list = (['notice', 'warning', 'error'] as const).flatMap((severity) =>
    ['two.md', 'one.md'].map((path) => problem({ severity, path })),
  );
  expect(mostUrgentFirst(list, 'one.md').map(({ severity, path }) => `${severity} ${path}`)).toEqual([
    'error one.md',
    'error two.md',
    'warning one.md',
    'warning two.md',
    'notice one.md',
    'notice two.md',
  ]);
});

test('no command is advised for a missing id', () => {
  const missing = problem({ code: 'missing-id', write: '… lancez « cartable ids --write ».', values: { suggestion: '{#four}' } });
  const [worded] = inStudio([missing], []);
  expect(worded).toEqual({ ...missing, write: expect.stringMatching(/^Un bouton ajoute \{#four\}/) });
  expect(worded?.write).not.toContain('cartable');
  const other = problem({ code: 'missing-file', values: { suggestion: '{#four}' } });
  expect(inStudio([other], [])).toEqual([other]);
});

test('a type of the project is named as one that the studio cannot run; others stay unknown', () => {
  const [own, other] = inStudio(
    [problem({ values: { name: 'levain' } }), problem({ values: { name: 'lewain' } })],
    ['types/levain/type.ts', 'types/levain/template.hbs', 'modules/oven/one.md'],
  );
  expect(own).toEqual({
    ...problem({ values: { name: 'levain' } }),
    code: 'own-type',
    problem: 'Le studio ne peut pas faire fonctionner « levain », un type de ce projet.',
    write: t('problems.ownType.write'),
  });
  expect(other).toEqual(problem({ values: { name: 'lewain' } }));
});

test.each([
  'types/levain/template.hbs',
  'types/levain/runtime.ts',
  'modules/types/levain/type.ts',
  'types/levain/more/type.ts',
  'types/levain/type.tsx',
])('another file of a project defines no type: %s', (path) => {
  const unknown = problem({ values: { name: 'levain' } });
  expect(inStudio([unknown], [path])).toEqual([unknown]);
});

test('another problem about a type of the project stays as it is', () => {
  const other = problem({ code: 'unknown-attribute', values: { name: 'levain' } });
  expect(inStudio([other], ['types/levain/type.ts'])).toEqual([other]);
});
