import { expect, test } from 'vitest';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';

const cohort = (file: string) => ({
  'cohorts/nord.yaml': `title: Nord\nincludes:\n  ${file}: nord.md\n`,
  'sable.md': 'Du sable.\n',
  'nord.md': 'Du sel.\n',
});
const including = rames('# Le quai {#quai}\n\n::include{file="sable.md"}\n');

test('a file that a session includes may be replaced; one that none includes is reported', () => {
  expect(checkDepot({ ...including, ...cohort('sable.md') }).found).toEqual([]);
  const { found, values } = checkDepot({ ...including, ...cohort('sables.md') });
  expect(found).toEqual(['unknown-include cohorts/nord.yaml:3:3']);
  expect(values).toEqual({ file: 'sables.md', near: 'sable.md' });
});

test('nothing is reported while a session can not be read: it may include the file', () => {
  const course = { 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, soir]\npace: page\n' };
  expect(checkDepot({ ...including, ...cohort('sables.md'), ...course }).found).toEqual(['missing-module course.yaml:4:18']);
});
