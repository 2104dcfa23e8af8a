import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { CourseSource } from '../../../build/model/course.ts';
import { checkModuleNames } from '../../../build/stages/check/course-names.ts';
import type { Files } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { courseFile, session } from '../../helpers/one-course.ts';

/** The session of the depot that is always there is not listed in these courses. */
const check = (files: Files) => ({ found: checkDepot(files).found.filter((one) => !one.includes('unlisted-module')) });

const rames = session('rames', 'Les rames', 'completion: visited', '# Le quai {#quai}\n');
const soir = session('soir', 'Le soir', 'completion: visited', '# Le dépôt {#depot-page}\n');

test('a session may not have the name of the course', () => {
  const own = session('depot', 'Le dépôt', 'completion: visited', '# Le quai {#quai}\n');
  const { found } = check({ 'course.yaml': courseFile(['soir', 'depot']), ...soir, ...own });
  expect(found).toEqual(['duplicate-id course.yaml:7:17']);
  expect(check({ 'course.yaml': courseFile(['rames', 'soir']), ...rames, ...soir }).found).toEqual([]);
});

test('in one SCO a session may not have the id of a competency', () => {
  const rouler = session('rouler', 'Rouler', 'completion: visited', '# Le quai {#quai}\n');
  const text = courseFile(['rouler', 'soir']);
  expect(check({ 'course.yaml': text, ...rouler, ...soir }).found).toEqual(['competency-named-as-module course.yaml:6:57']);
  expect(check({ 'course.yaml': text.replace('package: one-sco\n', ''), ...rouler, ...soir }).found).toEqual([]);
});

test('the report is at the session, and names the line of the course’s id', () => {
  const found = (...modules: readonly string[]): unknown[] => {
    const at = (key: string, index = -1) => ({ file: 'course.yaml', line: key === 'id' ? 2 : 7 + index, column: 1 });
    const diagnostics = new Diagnostics();
    checkModuleNames({ course: { value: { id: 'depot', modules }, at } } as unknown as CourseSource, diagnostics);
    return diagnostics.list.map(({ code, at: { line }, values }) => [code, line, values]);
  };
  expect(found('depots', 'depot')).toEqual([['duplicate-id', 8, { id: 'depot', where: 'course.yaml:2' }]]);
  expect(found('depots')).toEqual([]);
});
