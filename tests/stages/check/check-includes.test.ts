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
  expect(checkDepot({ ...including, ...cohort('sable.m') }).found).toEqual(['unknown-include cohorts/nord.yaml:3:3']);
});

test('nothing is reported while a session can not be read: it may include the file', () => {
  const course = { 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, soir]\npace: page\n' };
  expect(checkDepot({ ...including, ...cohort('sables.md'), ...course }).found).toEqual(['missing-module course.yaml:4:18']);
});

test('files of all sessions count, and each that none includes is reported, in each cohort', () => {
  const nord = cohort('sable.md')['cohorts/nord.yaml'].replace('includes:\n', 'includes:\n  rail.md: nord.md\n  sables.md: nord.md\n');
  const { found } = checkDepot({
    ...including,
    ...cohort('sable.md'),
    'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, soir]\npace: page\n',
    'soir.md': String(including['rames.md']).replace('id: rames', 'id: soir').replace('{#quai}', '{#nuit}').replace('sable.md', 'rail.md'),
    'rail.md': 'Un rail.\n',
    'cohorts/nord.yaml': `${nord}  roue.md: nord.md\n`,
    'cohorts/sud.yaml': 'title: Sud\nincludes:\n  pont.md: nord.md\n',
  });
  expect(found).toEqual([
    'unknown-include cohorts/nord.yaml:4:3',
    'unknown-include cohorts/nord.yaml:6:3',
    'unknown-include cohorts/sud.yaml:3:3',
  ]);
});
