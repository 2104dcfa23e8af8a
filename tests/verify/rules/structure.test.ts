import { expect, test } from 'vitest';
import { structureRules } from '../../../build/verify/rules/structure.ts';
import { ADL12, CP12, CP2004, factsOf, found, gradesOf, sourcesOf } from './facts.ts';

const META = '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>';
const check = (inside: string, more = {}, attributes?: string): unknown[] => found(structureRules, factsOf(inside, more, attributes));
const version = (text: string): string => META.replace('1.2', text);

test('a manifest of SCORM 1.2 is fine', () => {
  expect(check(META)).toEqual([]);
});

test('it lies at the root of the zip', () => {
  expect(check(META, { base: 'cours/' })).toEqual([['manifest-folder', { folder: 'cours/' }]]);
});

test.each([
  ['utf-8', false, []],
  ['utf8', false, []],
  ['us-ascii', false, []],
  ['utf-8', true, [['manifest-mark', 1]]],
  ['utf-16le', true, [['manifest-encoding', { encoding: 'UTF-16LE' }, 1]]],
  ['x-utf-8', false, [['manifest-encoding', { encoding: 'X-UTF-8' }, 1]]],
  ['us-ascii-2', false, [['manifest-encoding', { encoding: 'US-ASCII-2' }, 1]]],
])('its encoding is %s, with a mark: %s', (encoding, hasMark, expected) => {
  expect(check(META, { decoded: { text: '', encoding, hasMark } })).toEqual(expected);
});

test('its namespace is that of a standard', () => {
  expect(check(META, {}, '')).toContainEqual(['namespace', { space: '–' }, 1]);
  expect(check(META, {}, 'xmlns="urn:x"')).toEqual([['namespace', { space: 'urn:x' }, 1]]);
});

test('other namespaces have the prefixes that Moodle knows', () => {
  const named = (prefix: string): string => `xmlns="${CP12}" xmlns:${prefix}="${ADL12}"`;
  const inside = (prefix: string): string => `${META}<a ${prefix}:scormtype="sco"><${prefix}:location/><${prefix}:location/></a>`;
  expect(check(inside('adlcp'), {}, named('adlcp'))).toEqual([]);
  expect(check(inside('a'), {}, named('a'))).toEqual([['prefix-other', { n: 2, first: 'a:scormtype' }]]);
  expect(check(inside('adlcpx'), {}, named('adlcpx'))).toContainEqual(['prefix-other', expect.anything()]);
});

test.each([
  [ADL12, 'adlcp'],
  ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp'],
  ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq'],
  ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav'],
  ['http://www.imsglobal.org/xsd/imsss', 'imsss'],
])('the prefix of %s is %s', (space, prefix) => {
  const named = (own: string): unknown[] => check(`${META}<${own}:a/>`, {}, `xmlns="${CP12}" xmlns:${own}="${space}"`);
  expect(named(prefix)).toEqual([]);
  expect(named('tram')).toEqual([['prefix-other', { n: 1, first: 'tram:a' }]]);
});

test('the manifest itself has no prefix', () => {
  const facts = factsOf(META);
  const { manifest } = facts;
  const root = { ...manifest.root, prefix: 'tram', name: 'tram:manifest' };
  expect(found(structureRules, { ...facts, manifest: { ...manifest, root } })).toContainEqual(['prefix-own', { name: 'tram:manifest' }, 1]);
});

test.each<[string, readonly string[]]>([
  ['1.2', []],
  [' 1.2 ', ['version-exact']],
  ['1.1', ['version-unknown']],
  ['2004 4th Edition', ['version-namespace']],
  [' 2004 4th Edition', ['version-exact', 'version-namespace']],
  ['toString', ['version-unknown']],
])('its version is “%s”: %j', (text, expected) => {
  expect(check(version(text)).map((hit) => (hit as [string])[0])).toEqual(expected);
});

test('a wrong version is reported with its text, at its line', () => {
  expect(check(version('1.1').replace('<schemaversion>', '\n\n<schemaversion>'))).toEqual([['version-unknown', { version: '1.1' }, 3]]);
});

test('without a version it is 1.2, with a warning; 2004 needs one', () => {
  expect(check('<metadata/>')).toEqual([['version-absent', 1]]);
  expect(check('<metadata/>', {}, `xmlns="${CP2004}"`)).toEqual([['version-unknown', { version: '' }, 1]]);
});

test('the schema has its name', () => {
  expect(check(META.replace('ADL SCORM', ' ADL SCORM '))).toEqual([]);
  expect(check(META.replace('ADL SCORM', 'ADL'))).toEqual([['schema-name', { name: 'ADL' }, 1]]);
  expect(check(META.replace('<schema>ADL SCORM', '\n<schema> ADL '))).toEqual([['schema-name', { name: 'ADL' }, 2]]);
  expect(check(META.replace('<schema>ADL SCORM</schema>', ''))).toEqual([]);
});

test('a manifest in it is reported', () => {
  expect(check(`${META}\n<manifest/>\n<manifest/><a><manifest/></a>`)).toEqual([
    ['submanifest', 2],
    ['submanifest', 3],
  ]);
});

test('what prevents a package from being used is an error, the rest a warning or a note', () => {
  expect(gradesOf(structureRules)).toEqual({
    error: ['manifest-folder', 'namespace', 'prefix-own', 'prefix-other', 'version-unknown', 'version-exact', 'version-namespace'],
    warning: ['manifest-encoding', 'manifest-mark', 'version-absent', 'schema-name', 'submanifest'],
    note: [],
  });
});

test('each rule names its sources', () => {
  expect(sourcesOf(structureRules)).toEqual({
    'scorm.md 29': 'manifest-folder manifest-encoding manifest-mark',
    'scorm.md 30': 'namespace version-absent version-namespace schema-name',
    'moodle.md 27, scorm.md 30': 'prefix-own prefix-other version-unknown',
    'moodle.md 27': 'version-exact',
    'scorm.md 31': 'submanifest',
  });
});
