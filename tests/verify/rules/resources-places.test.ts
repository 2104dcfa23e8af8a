import { expect, test } from 'vitest';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import type { PackageFacts } from '../../../build/verify/rules/rule.ts';
import { factsOf, found } from './facts.ts';

const NAMES = ['imsmanifest.xml', 'a.html', 'a.js', 'x.xsd'];
const ATTRIBUTES =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd"';
const PAGE = '<file href="a.html"/><file href="a.js"/>';
const sco = (attributes: string, inside: string): string => `<resource adlcp:scormtype="sco" ${attributes}>${inside}</resource>`;

/** Checks the resources of a package whose items launch `r` and `s`; lines begin with the resources. */
function check(resources: string, { names = NAMES, base = '', items = '' } = {}): unknown[] {
  const zip = { files: new Map(names.map((name) => [base + name, 1])) } as unknown as PackageFacts['zip'];
  const all = `<item identifierref="r"/><item identifierref="s" ${items}/>`;
  const organizations = `<organizations><organization>${all}</organization></organizations>`;
  return found(resourceRules, factsOf(`${organizations}<resources>${resources}</resources>`, { zip, base }, ATTRIBUTES));
}

test('each address is reported once, where it comes first, in the order of the manifest', () => {
  const outside = '<file href="../b"/>\n<file href="../a"/>\n<file href="../b"/>';
  expect(check(sco('identifier="r" href="a.html"', `${PAGE}\n${outside}`))).toEqual([
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
  expect(check(resources.join('\n'))).toEqual([
    ['launch-missing', { name: 'b.html', other: '' }, 1],
    ['file-missing', { n: 1, first: 'c.js' }, 3],
    ['file-case', { name: 'A.JS', other: 'a.js' }, 4],
  ]);
});

test('files below the folder of the manifest are found there, whatever their case', () => {
  const resources = sco('identifier="r" href="a.html"', '<file href="a.html"/><file href="A.js"/>');
  expect(check(resources, { base: 'Cours/' })).toEqual([['file-case', { name: 'A.js', other: 'Cours/a.js' }, 1]]);
  expect(check(sco('identifier="r" href="a.html"', '<file href="a.html"/>'), { base: 'c/', names: [...NAMES, 'b.js'] })).toEqual([
    ['file-unlisted', { n: 2, first: 'c/a.js' }],
  ]);
});

test('a name with a backslash is another mistake than a file that no resource lists', () => {
  expect(check(sco('identifier="r" href="a.html"', PAGE), { names: [...NAMES, 'b\\c.js'] })).toEqual([]);
});

test('a name that only ends like a schema, or lies below a folder like a schema, needs a listing', () => {
  const names = ['x.xsd.js', 'b.xsd/c.js', 'amsmanifest.xml', '.DS_Store.js', 'a__MACOSX/b'];
  expect(check(sco('identifier="r" href="a.html"', PAGE), { names: [...NAMES, ...names] })).toEqual([
    ['file-unlisted', { n: 5, first: 'x.xsd.js' }],
  ]);
});

test('resources without an id are named by a dash, each at its line', () => {
  const resources = [sco('identifier="r" href="a.html"', PAGE), sco('', PAGE), sco('href="a.html"', '')];
  expect(check(resources.join('\n'))).toEqual([
    ['resource-href', { id: '–' }, 2],
    ['resource-empty', { id: '–' }, 3],
  ]);
});

test('one SCO among what is launched is enough; a resource that nobody launches is none', () => {
  const asset = (id: string): string => sco(`identifier="${id}" href="a.html"`, PAGE).replace('"sco"', '"asset"');
  expect(check([asset('r'), sco('identifier="s" href="a.html"', PAGE)].join('\n'))).toEqual([]);
  expect(check([sco('identifier="t" href="a.html"', PAGE), asset('r'), asset('s')].join('\n'))).toEqual([['sco-none', 2]]);
  expect(check(sco('identifier="t" href="a.html"', PAGE))).toEqual([]);
});

test('wrong types, dependencies and bases are reported at their lines', () => {
  const resources = `${sco('identifier="r" href="a.html"', `${PAGE}\n<dependency identifierref="x"/>`).replace('"sco"', '"page"')}
${sco('identifier="s" href="a.html"', PAGE).replace('scormtype', 'SCORMTYPE')}
<resource xml:base="un"/>`;
  expect(check(resources)).toEqual([
    ['type-spelling', { name: 'scormtype' }, 3],
    ['type-value', { name: 'page' }, 1],
    ['base-form', { name: 'un' }, 4],
    ['dependency', { id: 'x' }, 2],
  ]);
});

test('a query of the item that has parameters is reported, not that of another', () => {
  const resources = ['r', 's'].map((id) => sco(`identifier="${id}" href="a.html?${id}"`, PAGE)).join('');
  expect(check(resources, { items: 'parameters="?y=2"' })).toEqual([['address-query', { name: 'a.html?s' }, 1]]);
});

test('metadata on another host is not there; that of the package is no file to list', () => {
  const meta = (href: string): string => `${sco('identifier="r" href="a.html"', PAGE)}\n<adlcp:location>${href}</adlcp:location>`;
  expect(check(meta('https://x.example/m.xml'))).toEqual([['metadata-missing', { name: 'https://x.example/m.xml' }, 2]]);
  expect(check(meta('m.xml'), { names: [...NAMES, 'm.xml'] })).toEqual([]);
  expect(check(meta('m.xml'), { names: [...NAMES, 'm.xml'], base: 'c/' })).toEqual([]);
});
