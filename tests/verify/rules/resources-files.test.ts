import { expect, test } from 'vitest';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import type { PackageFacts } from '../../../build/verify/rules/rule.ts';
import { ADL12, CP12, factsOf, found } from './facts.ts';

const SPACES = `xmlns="${CP12}" xmlns:adlcp="${ADL12}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

/** Checks the resources of a package whose item launches `r`. */
function check(resources: string, names: readonly string[], item = ''): unknown[] {
  const zip = { files: new Map([...names, 'x.xsd'].map((name) => [name, 1])) } as unknown as PackageFacts['zip'];
  const organizations = `<organizations><organization><item identifierref="r" ${item}/></organization></organizations>`;
  return found(
    resourceRules,
    factsOf(`${organizations}<resources>${resources}</resources>`, { zip }, `${SPACES} xsi:schemaLocation="urn:x x.xsd"`),
  );
}
const resource = (href: string, inside = `<file href="${href}"/>`, type = 'sco', id = 'r'): string =>
  `<resource identifier="${id}" adlcp:scormtype="${type}" href="${href}">${inside}</resource>`;

test.each([
  ['the name that is written', 'a%20b.html', 'a%20b.html'],
  ['several spaces', 'a%20b%20c.html', 'a b c.html'],
])('an address may mean %s', (_, href, name) => {
  expect(check(resource(href), [name])).toEqual([]);
});

test('the case of a name is that of what an address means', () => {
  expect(check(resource('a%20b.html'), ['A b.html'])).toEqual([['file-case', { name: 'a%20b.html', other: 'A b.html' }, 1]]);
});

test('metadata, a file whose address leads outside, and files left by operating systems are not reported as unlisted', () => {
  const more = '<file href="a.html"/><file href="../b.js"/>';
  const metadata = '<adlcp:location>m.xml</adlcp:location>';
  expect(check(resource('a.html', more) + metadata, ['a.html', 'b.js', 'm.xml', '__macosx/c.js'])).toEqual([
    ['address-outside', { name: '../b.js' }, 1],
  ]);
});

test('metadata on another site count as missing', () => {
  expect(check(`${resource('a.html')}<adlcp:location>https://x.example/m.xml</adlcp:location>`, ['a.html', 'm.xml', ''])).toContainEqual([
    'metadata-missing',
    { name: 'https://x.example/m.xml' },
    1,
  ]);
});

test('only a SCO needs files, its own or those of what it depends on', () => {
  const dependent = resource('a.html', '<dependency identifierref="s"/>');
  expect(check(dependent + resource('a.html', undefined, 'asset', 's'), ['a.html'])).toEqual([]);
  expect(check(resource('a.html') + resource('a.html', '', 'asset', 's'), ['a.html'])).toEqual([]);
});

test('what is wrong is reported at the line of the first file, or of the item', () => {
  const files = '<file href="a.html"/>\n<file href="b.js"/>\n<file href="c.js"/>';
  expect(check(resource('a.html', files), ['a.html'])).toEqual([['file-missing', { n: 2, first: 'b.js' }, 2]]);
  expect(check(`\n${resource('a.html?x=1', '<file href="a.html"/>')}`, ['a.html'], 'parameters="?y=2"')).toEqual([
    ['address-query', { name: 'a.html?x=1' }, 1],
  ]);
});
