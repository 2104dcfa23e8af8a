import { expect, test } from 'vitest';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import type { PackageFacts } from '../../../build/verify/rules/rule.ts';
import { CP2004, factsOf, found, gradesOf } from './facts.ts';

const XSI =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const NAMES = ['imsmanifest.xml', 'a.html', 'a.js', 'x.xsd'];

interface Given {
  readonly item?: string;
  readonly names?: readonly string[];
  readonly attributes?: string;
  readonly base?: string;
}

/** Checks the resources of a package whose item launches `r`. */
function check(
  resources: string,
  { item = '', names = NAMES, attributes = `${XSI} xsi:schemaLocation="urn:x x.xsd"`, base = '' }: Given = {},
): unknown[] {
  const zip = { files: new Map(names.map((name) => [name, 1])) } as unknown as PackageFacts['zip'];
  const organizations = `<organizations><organization><item identifierref="r" ${item}/></organization></organizations>`;
  return found(resourceRules, factsOf(`${organizations}<resources>${resources}</resources>`, { zip, base }, attributes));
}
const resource = (
  attributes = 'href="a.html"',
  inside = '<file href="a.html"/><file href="a.js"/>',
  type = 'adlcp:scormtype="sco"',
): string => `<resource identifier="r" ${type} ${attributes}>${inside}</resource>`;

test('a resource whose files are all there and listed is fine', () => {
  expect(check(resource())).toEqual([]);
  expect(check(resource(), { base: 'c/', names: NAMES.map((name) => `c/${name}`) })).toEqual([]);
});

test.each<[string, string, ...unknown[]]>([
  ['a launch elsewhere', resource('href="https://x.example/"'), ['launch-elsewhere', { name: 'https://x.example/' }, 1]],
  [
    'a file elsewhere',
    resource(undefined, '<file href="a.html"/><file href="a.js"/><file href="//x.example/b"/>'),
    ['file-elsewhere', { name: '//x.example/b' }, 1],
  ],
  ['an absolute address', resource('href="/a.html"'), ['address-absolute', { name: '/a.html' }, 1]],
  ['an address outside', resource('href="../a.html"'), ['address-outside', { name: '../a.html' }, 1]],
  [
    'a backslash',
    resource('href="b\\a.html"'),
    ['address-backslash', { name: 'b\\a.html' }, 1],
    ['href-unlisted', { name: 'b\\a.html' }, 1],
  ],
  [
    'an encoded address',
    resource('href="%C3%A9.html"'),
    ['address-encoded', { name: '%C3%A9.html' }, 1],
    ['href-unlisted', { name: '%C3%A9.html' }, 1],
    ['launch-missing', { name: '%C3%A9.html', other: '' }, 1],
  ],
  ['the wrong spelling', resource(undefined, undefined, 'adlcp:scormType="sco"'), ['type-spelling', { name: 'scormtype' }, 1]],
  ['another type', resource(undefined, undefined, 'adlcp:scormtype="page"'), ['type-value', { name: 'page' }, 1]],
  ['no SCO', resource(undefined, undefined, 'adlcp:scormtype="asset"'), ['sco-none', 1]],
  ['no type', resource(undefined, undefined, ''), ['sco-none', 1]],
  ['no address', resource(''), ['resource-href', { id: 'r' }, 1]],
  ['an empty address', resource('href=" "'), ['resource-href', { id: 'r' }, 1]],
  ['no files', resource(undefined, ''), ['resource-empty', { id: 'r' }, 1], ['file-unlisted', { n: 1, first: 'a.js' }]],
  ['a page that isn’t listed', resource(undefined, '<file href="a.js"/>'), ['href-unlisted', { name: 'a.html' }, 1]],
  [
    'a page that isn’t there',
    resource('href="b.html"'),
    ['href-unlisted', { name: 'b.html' }, 1],
    ['launch-missing', { name: 'b.html', other: '' }, 1],
  ],
  [
    'files that aren’t there',
    resource(undefined, '<file href="a.html"/>\n<file href="b.js"/><file href="c.js"/>'),
    ['file-missing', { n: 2, first: 'b.js' }, 2],
    ['file-unlisted', { n: 1, first: 'a.js' }],
  ],
  ['another case', resource(undefined, '<file href="a.html"/><file href="A.js"/>'), ['file-case', { name: 'A.js', other: 'a.js' }, 1]],
  ['a file that no resource lists', resource(undefined, '<file href="a.html"/>'), ['file-unlisted', { n: 1, first: 'a.js' }]],
  [
    'an unknown dependency',
    resource(undefined, '<file href="a.html"/><file href="a.js"/><dependency identifierref="s"/>'),
    ['dependency', { id: 's' }, 1],
  ],
  ['metadata that isn’t there', `${resource()}<adlcp:location>m.xml</adlcp:location>`, ['metadata-missing', { name: 'm.xml' }, 1]],
])('%s', (_, resources, ...expected) => {
  expect(check(resources)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['a%20b.html', []],
  ['a b.html', []],
  ['a%26b.html', ['address-encoded']],
])('an address “%s”: %j', (href, rules) => {
  const hits = check(resource(`href="${href}"`, `<file href="${href}"/>`), { names: ['a b.html', 'a&b.html', 'x.xsd'] });
  expect(hits.map((hit) => (hit as [string])[0]).filter((rule) => rule.startsWith('address'))).toEqual(rules);
});

test('an encoded address lists the file that it means', () => {
  const names = ['imsmanifest.xml', 'a b.html', 'x.xsd'];
  expect(check(resource('href="a%20b.html"', '<file href="a%20b.html"/>'), { names })).toEqual([]);
  expect(check(resource('href="/a b.html"', ''), { names }).map((hit) => (hit as [string])[0])).toEqual(['address-absolute']);
});

test('the meaning of an address in the wrong case is reported once', () => {
  const hits = check(resource('href="A.html"', '<file href="A.html"/><file href="a.js"/>'));
  expect(hits).toEqual([['file-case', { name: 'A.html', other: 'a.html' }, 1]]);
});

test('parameters of an item and a query don’t go together', () => {
  const query = (href: string, item: string): unknown =>
    check(resource(`href="${href}"`), { item }).filter((hit) => (hit as [string])[0] === 'address-query');
  expect(query('a.html?x=1', 'parameters="?y=2"')).toEqual([['address-query', { name: 'a.html?x=1' }, 1]]);
  expect([query('a.html', 'parameters="?y=2"'), query('a.html?x=1', '')]).toEqual([[], []]);
});

test.each([
  ['un/', false],
  ['un', true],
  ['/un/', true],
  ['a\\b/', true],
])('a base “%s” is odd: %s', (base, isOdd) => {
  const hits = check(`<resource identifier="s" xml:base="${base}"/>${resource()}`);
  expect(hits.some((hit) => (hit as [string])[0] === 'base-form')).toBe(isOdd);
});

test('in 2004 the type is spelled in another way', () => {
  const attributes = `xmlns="${CP2004}" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`;
  const spelled = (type: string): boolean =>
    check(resource(undefined, undefined, type), { attributes }).some((hit) => (hit as [string])[0] === 'type-spelling');
  expect([spelled('adlcp:scormType="sco"'), spelled('adlcp:scormtype="sco"')]).toEqual([false, true]);
});

test('a SCO needs an address, an asset only if it is launched', () => {
  const asset = (id: string): string => `<resource identifier="${id}" adlcp:scormtype="asset"><file href="a.js"/></resource>`;
  expect(check(resource() + asset('s'))).toEqual([]);
  expect(check(resource() + asset('s').replace('asset', 'sco'))).toEqual([['resource-href', { id: 's' }, 1]]);
  expect(check(asset('r')).map((hit) => (hit as [string])[0])).toContain('resource-href');
});

test('schemas lie beside the manifest', () => {
  expect(check(resource(), { attributes: `${XSI} xsi:schemaLocation="urn:x x.xsd urn:y y.xsd"` })).toEqual([
    ['schemas-missing', { n: 1, first: 'y.xsd' }, 1],
  ]);
  expect(check(resource(), { attributes: XSI })).toEqual([['schemas-missing', { n: 0, first: 'xsi:schemaLocation' }, 1]]);
});

test('schemas, and what systems leave behind, need no listing', () => {
  expect(check(resource(), { names: [...NAMES, 'sub/y.dtd', '__MACOSX/a', '.DS_Store', 'sub/Thumbs.db', 'desktop.ini'] })).toEqual([]);
});

test('what prevents a package from being used is an error, the rest a warning or a note', () => {
  const grades = gradesOf(resourceRules);
  expect(grades.error.join(' ')).toBe(
    'type-spelling type-value resource-href launch-elsewhere address-absolute address-outside address-backslash launch-missing file-missing file-case dependency',
  );
  expect(grades.warning.join(' ')).toBe(
    'sco-none file-elsewhere address-encoded address-query base-form resource-empty href-unlisted file-unlisted metadata-missing schemas-missing',
  );
  expect(grades.note).toEqual([]);
});

const PAGE = '<file href="a.html"/><file href="a.js"/>';
const sco = (attributes: string, inside: string): string => `<resource adlcp:scormtype="sco" ${attributes}>${inside}</resource>`;

/** Checks the resources of a package whose items launch `r` and `s`. */
function checkTwo(resources: string, { names = NAMES, base = '', items = '' } = {}): unknown[] {
  const zip = { files: new Map(names.map((name) => [base + name, 1])) } as unknown as PackageFacts['zip'];
  const all = `<item identifierref="r"/><item identifierref="s" ${items}/>`;
  const organizations = `<organizations><organization>${all}</organization></organizations>`;
  return found(
    resourceRules,
    factsOf(`${organizations}<resources>${resources}</resources>`, { zip, base }, `${XSI} xsi:schemaLocation="urn:x x.xsd"`),
  );
}

test('each address is reported once, where it comes first, in the order of the manifest', () => {
  const outside = '<file href="../b"/>\n<file href="../a"/>\n<file href="../b"/>';
  expect(checkTwo(sco('identifier="r" href="a.html"', `${PAGE}\n${outside}`))).toEqual([
    ['address-outside', { name: '../b' }, 2],
    ['address-outside', { name: '../a' }, 3],
  ]);
});

test('each missing file is reported once, where it comes first', () => {
  const resources = [
    sco('identifier="r" href="b.html"', '<file href="b.html"/>'),
    sco('identifier="s" href="b.html"', '<file href="b.html"/>'),
    sco('identifier="t" href="a.html"', `${PAGE}<file href="c.js"/>`),
    sco('identifier="u" href="a.html"', `${PAGE}<file href="A.JS"/>`),
    sco('identifier="v" href="a.html"', `${PAGE}<file href="c.js"/><file href="A.JS"/>`),
  ];
  expect(checkTwo(resources.join('\n'))).toEqual([
    ['launch-missing', { name: 'b.html', other: '' }, 1],
    ['file-missing', { n: 1, first: 'c.js' }, 3],
    ['file-case', { name: 'A.JS', other: 'a.js' }, 4],
  ]);
});

test('files below the folder of the manifest are found there, whatever their case', () => {
  const resources = sco('identifier="r" href="a.html"', '<file href="a.html"/><file href="A.js"/>');
  expect(checkTwo(resources, { base: 'Cours/' })).toEqual([['file-case', { name: 'A.js', other: 'Cours/a.js' }, 1]]);
  expect(checkTwo(sco('identifier="r" href="a.html"', '<file href="a.html"/>'), { base: 'c/', names: [...NAMES, 'b.js'] })).toEqual([
    ['file-unlisted', { n: 2, first: 'c/a.js' }],
  ]);
});

test('a name with a backslash is another mistake than a file that no resource lists', () => {
  expect(checkTwo(sco('identifier="r" href="a.html"', PAGE), { names: [...NAMES, 'b\\c.js'] })).toEqual([]);
});

test('a name that only ends like a schema, or lies below a folder like a schema, needs a listing', () => {
  const names = ['x.xsd.js', 'b.xsd/c.js', 'amsmanifest.xml', '.DS_Store.js', 'a__MACOSX/b'];
  expect(checkTwo(sco('identifier="r" href="a.html"', PAGE), { names: [...NAMES, ...names] })).toEqual([
    ['file-unlisted', { n: 5, first: 'x.xsd.js' }],
  ]);
});

test('resources without an id are named by a dash, each at its line', () => {
  const resources = [sco('identifier="r" href="a.html"', PAGE), sco('', PAGE), sco('href="a.html"', '')];
  expect(checkTwo(resources.join('\n'))).toEqual([
    ['resource-href', { id: '–' }, 2],
    ['resource-empty', { id: '–' }, 3],
  ]);
});

test('one SCO among what is launched is enough; a resource that nobody launches is none', () => {
  const asset = (id: string): string => sco(`identifier="${id}" href="a.html"`, PAGE).replace('"sco"', '"asset"');
  expect(checkTwo([asset('r'), sco('identifier="s" href="a.html"', PAGE)].join('\n'))).toEqual([]);
  expect(checkTwo([sco('identifier="t" href="a.html"', PAGE), asset('r'), asset('s')].join('\n'))).toEqual([['sco-none', 2]]);
  expect(checkTwo(sco('identifier="t" href="a.html"', PAGE))).toEqual([]);
});

test('wrong types, dependencies and bases are reported at their lines', () => {
  const resources = `${sco('identifier="r" href="a.html"', `${PAGE}\n<dependency identifierref="x"/>`).replace('"sco"', '"page"')}
${sco('identifier="s" href="a.html"', PAGE).replace('scormtype', 'SCORMTYPE')}
<resource xml:base="un"/>`;
  expect(checkTwo(resources)).toEqual([
    ['type-spelling', { name: 'scormtype' }, 3],
    ['type-value', { name: 'page' }, 1],
    ['base-form', { name: 'un' }, 4],
    ['dependency', { id: 'x' }, 2],
  ]);
});
