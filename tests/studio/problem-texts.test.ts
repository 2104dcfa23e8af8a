import { expect, test } from 'vitest';
import type { Problem } from '../../build/studio/engine/problem.ts';
import { inStudio, mostUrgentFirst } from '../../build/studio/problem-texts.ts';

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
  expect(inStudio([missing], [])[0]?.write).toMatch(/^Un bouton ajoute \{#four\}/);
  expect(inStudio([missing], [])[0]?.write).not.toContain('cartable');
});

test('a type of the project is named as one that the studio cannot run; others stay unknown', () => {
  const [own, other] = inStudio(
    [problem({ values: { name: 'levain' } }), problem({ values: { name: 'lewain' } })],
    ['types/levain/type.ts', 'types/levain/template.hbs', 'modules/oven/one.md'],
  );
  expect([own?.code, own?.problem]).toEqual(['own-type', 'Le studio ne peut pas faire fonctionner « levain », un type de ce projet.']);
  expect([other?.code, other?.write]).toEqual(['unknown-directive', 'Vouliez-vous dire « scene » ?']);
});
