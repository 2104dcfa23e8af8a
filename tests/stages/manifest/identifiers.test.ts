import { expect, test } from 'vitest';
import { identifiersOf } from '../../../build/stages/manifest/identifiers.ts';
import { depot } from './depot.ts';

const identifiers = (ids: string[], id = 'depot') => {
  const { resource, ...rest } = identifiersOf({ ...depot('scorm12', ids), id });
  return { ...rest, resources: ids.map(resource) };
};

test('an item has the id of its session, the others are made from it', () => {
  expect(identifiers(['ouvrir', 'freins'])).toEqual({
    manifest: 'course-depot',
    organization: 'org-depot',
    shared: 'res-shared',
    resources: ['res-ouvrir', 'res-freins'],
  });
});

test('those that collide get a suffix', () => {
  expect(identifiers(['org-depot', 'res-shared', 'shared', 'res-res-shared', 'course-depot'])).toEqual({
    manifest: 'course-depot_',
    organization: 'org-depot_',
    shared: 'res-shared__',
    resources: ['res-org-depot', 'res-res-shared_', 'res-shared_', 'res-res-res-shared', 'res-course-depot'],
  });
});

test('other characters of a name become hyphens', () => {
  expect(identifiers(['a'], 'depot.freins.équipe de nuit').manifest).toBe('course-depot.freins.-quipe-de-nuit');
});

test.each([['1-freins'], ['-freins'], ['fr eins'], ['freins!']])('an id that no item can have is an error: %s', (id) => {
  expect(() => identifiers([id])).toThrow(id);
});

test('so is an id twice; dots, underscores and digits are valid', () => {
  expect(() => identifiers(['a', 'a'])).toThrow('"a"');
  expect(identifiers(['_a.b-2', 'B']).resources).toEqual(['res-_a.b-2', 'res-B']);
});

test('an unknown session has no resource', () => {
  expect(identifiersOf(depot('scorm12')).resource('autre')).toBe('');
});
