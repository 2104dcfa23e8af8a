import { expect, test } from 'vitest';
import type { SchemaEdition } from '../../../build/verify/xsd/schema-check.ts';
import { schemaCheck } from '../../../build/verify/xsd/validator.ts';
import { engine } from '../../helpers/engine.ts';
import { depot } from '../packages.ts';

const asked: SchemaEdition[] = [];
const check = schemaCheck((edition) => {
  asked.push(edition);
  return engine.pieces.schemas(edition);
});
const editions = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;
const manifest = (edition: SchemaEdition): string => String(depot(edition).get('imsmanifest.xml'));

test.each(editions)('our manifest of %s is valid; one without resources isn’t', (edition) => {
  const text = manifest(edition);
  expect(check(text, edition)).toEqual([]);
  const errors = check(text.replace(/<resources>[\s\S]*<\/resources>/, ''), edition);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(/resources/);
  expect(errors[0]?.message).toBe(errors[0]?.message.trim());
});

test('each edition is compiled once', () => {
  for (const edition of editions) check(manifest(edition), edition);
  expect([...asked].sort()).toEqual([...editions]);
});

test('after any number of other checks, a check has its own schemas', () => {
  for (let times = 0; times < 20; times += 1) schemaCheck((edition) => engine.pieces.schemas(edition))(manifest('scorm12'), 'scorm12');
  const renamed = (data: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(data).replaceAll('"organizations"', '"tracks"'));
  const own = schemaCheck((edition) => engine.pieces.schemas(edition).map(({ name, data }) => ({ name, data: renamed(data) })));
  expect(own(manifest('scorm12'), 'scorm12')).toHaveLength(1);
  expect(own(manifest('scorm12').replaceAll('organizations', 'tracks'), 'scorm12')).toEqual([]);
});

test('an error has its line', () => {
  const text = manifest('scorm12').replace('<organizations', '\n\n<organizations wrong="x"');
  const [error] = check(text, 'scorm12');
  expect([error?.line, error?.message.includes('wrong')]).toEqual([text.slice(0, text.indexOf('<organizations')).split('\n').length, true]);
});

test('all errors are given, in the order of the text', () => {
  const text = manifest('scorm12').replace('<organizations', '<organizations wrong="x"').replace('<resources', '<resources odd="x"');
  expect(check(text, 'scorm12').map(({ message }) => /wrong|odd/.exec(message)?.[0])).toEqual(['wrong', 'odd']);
});

test('a manifest of another edition isn’t valid', () => {
  expect(check(manifest('scorm2004-4'), 'scorm12').length).toBeGreaterThan(0);
  expect(check(manifest('scorm12'), 'scorm2004-3').length).toBeGreaterThan(0);
});

test('elements of other namespaces are left out at any depth, those without one are not', () => {
  const inside = (more: string): readonly unknown[] => check(manifest('scorm12').replace('</item>', `${more}</item>`), 'scorm12');
  expect(inside('<x:a xmlns:x="http://example.org"><x:b/></x:a>')).toEqual([]);
  expect(inside('<x:a xmlns:x="http://example.org"/>  <x:c xmlns:x="http://example.org"/>')).toEqual([]);
  expect(inside('<a xmlns=""/>')).toHaveLength(1);
  expect(inside('<wrong/>')).toHaveLength(1);
});

test('the declaration may name an encoding that the decoded text isn’t in', () => {
  const text = manifest('scorm12').replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-16"?>');
  expect(check(text, 'scorm12')).toEqual([]);
});

test.each([
  ['adlcp_v1p3', '<x:timeLimitAction>stop</x:timeLimitAction>'],
  ['adlseq_v1p3', '<x:rollupConsiderations wrong="1"/>'],
  ['adlnav_v1p3', '<x:presentation><x:wrong/></x:presentation>'],
])('elements of %s are checked in 2004', (name, inside) => {
  const own = inside.replace(/^<[\w:]+/, `$& xmlns:x="http://www.adlnet.org/xsd/${name}"`);
  const text = manifest('scorm2004-4').replace('<imsss:sequencing>', `${own}$&`);
  expect(check(text, 'scorm2004-4').map(({ message }) => message)).toEqual([expect.stringContaining(name)]);
});

test('only a declaration at the start is left out, for a check of the rest', () => {
  expect(check(`\n${manifest('scorm12')}`, 'scorm12')).toHaveLength(1);
});

test('broken XML is an error with its line', () => {
  const [error] = check('<manifest>\n<a></manifest>', 'scorm12');
  expect(error?.line).toBe(2);
});
