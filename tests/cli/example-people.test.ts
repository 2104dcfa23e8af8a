import { expect, test } from 'vitest';
import { examplePeople } from '../../build/cli/example-people.ts';
import { check } from '../../build/pipeline.ts';
import { depot, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

test('the people of the examples are complete: a course can have them', () => {
  const yaml = `id: depot\ntitle: Au dépôt\nlang: fr\npace: page\nmodules: [rames]\n${examplePeople}`;
  const { diagnostics, requested } = check(requestFor(depot({ 'course.yaml': yaml })), engine);
  expect(diagnostics.list).toEqual([]);
  const people = requested[0]?.course.source.course.value.people ?? [];
  expect(people.map(({ id, name, role }) => [id, name, role])).toEqual([
    ['jeanne', 'Jeanne', 'boulangère'],
    ['karim', 'Karim', 'apprenti'],
    ['ada', 'Ada', 'volunteer'],
    ['tom', 'Tom', 'volunteer'],
  ]);
  expect(new Set(people.map(({ face }) => JSON.stringify(face))).size).toBe(4);
});
