import { expect, test } from 'vitest';
import { resolveAddress } from '../../../build/verify/manifest/resolve.ts';
import { filesOf, launched, metadataFiles, namedFiles, namedSchemas, nameOf } from '../../../build/verify/rules/files.ts';
import type { PackageFacts } from '../../../build/verify/rules/rule.ts';
import { factsOf } from './facts.ts';

const facts = factsOf(`<organizations><organization><item identifierref="a"/></organization></organizations><resources>
<resource identifier="a" href="a.html"><file href="a.html"/><file href="b.js"/><dependency identifierref="b"/></resource>
<resource identifier="b" href="https://x.example/"><file href="https://x.example/"/><file href="c.js"/><dependency identifierref="a"/><dependency identifierref="none"/></resource>
<resource identifier="c"><file href="d.js"/></resource>
<resource identifier="d"><dependency identifierref="c"/><dependency identifierref="none"/></resource></resources>`);

test('every address is listed once, with its line, and whether learners launch it', () => {
  expect(namedFiles(facts).map(({ address, line, isLaunch }) => [address.href, line, isLaunch])).toEqual([
    ['a.html', 2, true],
    ['b.js', 2, false],
    ['https://x.example/', 3, false],
    ['https://x.example/', 3, false],
    ['c.js', 3, false],
    ['d.js', 4, false],
  ]);
});

test('only the resources of items are launched', () => {
  expect([...launched(facts.manifest)].map(({ id }) => id)).toEqual(['a']);
});

test('an address is found literally first, then decoded, below the manifest', () => {
  const zipOf = (...names: readonly string[]): PackageFacts =>
    ({ base: 'cours/', zip: { files: new Map(names.map((name) => [name, 1])) } }) as unknown as PackageFacts;
  const address = resolveAddress('a%20b.html');
  expect(nameOf(address, zipOf('cours/a b.html', 'cours/a%20b.html'))).toBe('cours/a%20b.html');
  expect(nameOf(address, zipOf('cours/a b.html'))).toBe('cours/a b.html');
  expect(nameOf(address, zipOf('a b.html'))).toBeUndefined();
});

test('metadata files are those of the standard’s location', () => {
  const { manifest } = factsOf('<adlcp:location>meta.xml</adlcp:location>\n<location>other.xml</location><adlcp:other>x</adlcp:other>');
  expect(metadataFiles({ manifest } as PackageFacts).map(({ address, line, isLaunch }) => [address.path, line, isLaunch])).toEqual([
    ['meta.xml', 1, false],
  ]);
});

test('schemas are every second word', () => {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  expect(namedSchemas(factsOf('', {}, `${xsi} xsi:schemaLocation=" urn:a a.xsd\n urn:b  b.xsd "`)).names).toEqual(['a.xsd', 'b.xsd']);
  const { manifest } = factsOf('');
  expect(namedSchemas({ manifest } as PackageFacts).node).toBe(manifest.root);
  expect(namedSchemas(factsOf('')).names).toEqual([]);
});

test('a resource has the files of what it depends on, in a circle too', () => {
  const [a, , c, d] = facts.manifest.resources;
  expect([...filesOf(a as never, facts.manifest)].sort()).toEqual(['', 'a.html', 'b.js', 'c.js']);
  expect([...filesOf(c as never, facts.manifest)]).toEqual(['d.js']);
  expect([...filesOf(d as never, facts.manifest)]).toEqual(['d.js']);
});
