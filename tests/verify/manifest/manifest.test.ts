import { expect, test } from 'vitest';
import { flatItems, is2004, launchesOf, type Manifest, shownOrganization } from '../../../build/verify/manifest/manifest.ts';
import { CP12, CP2004, factsOf } from '../rules/facts.ts';

const read = (inside: string, attributes?: string): Manifest => factsOf(inside, {}, attributes).manifest;

const WHOLE = `<metadata><schemaversion> 1.2 </schemaversion></metadata>
<organizations default="o2"><organization identifier="o1"><title>A</title><item identifier="x" identifierref="r1"/></organization>
<organization identifier="o2"><title>B</title><item identifier="i1" identifierref="r1" parameters="?p=1"><title>Un</title><item identifier="i2" identifierref="none"/></item><item identifier="i3" identifierref="r2"/><item identifier="i4"/></organization></organizations>
<resources xml:base="cours/"><resource identifier="r1" adlcp:SCORMType=" SCO " href="a.html" xml:base="un/"><file href="b.js"/><file/><dependency identifierref="r2"/><dependency/></resource><resource identifier="r2"/><resource identifier="r1" href="z.html"/><resource/></resources>`;

test('organizations, items and resources are read as written', () => {
  const { version, default: shown, organizations, resources, byId } = read(WHOLE);
  expect([version, shown, organizations.map(({ id, title }) => [id, title])]).toEqual([
    ' 1.2 ',
    'o2',
    [
      ['o1', 'A'],
      ['o2', 'B'],
    ],
  ]);
  const [first] = organizations[1]?.items ?? [];
  expect([first?.id, first?.ref, first?.parameters, first?.title, first?.children[0]?.parameters, first?.children[0]?.title]).toEqual([
    'i1',
    'r1',
    '?p=1',
    'Un',
    '',
    '',
  ]);
  const [one, two] = resources;
  expect([one?.kind, one?.address?.path, one?.files.map(({ address }) => address.path), one?.dependencies.map(({ ref }) => ref)]).toEqual([
    'sco',
    'cours/un/a.html',
    ['cours/un/b.js', ''],
    ['r2', ''],
  ]);
  expect([two?.kind, two?.address, [...byId.keys()].sort(), byId.get('r1') === one]).toEqual([undefined, undefined, ['r1', 'r2'], true]);
});

test('bases of all parents are joined, and files and dependencies have their lines', () => {
  const files = '<file href="b.js"/>\n<file href="c.js"/>\n<dependency identifierref="s"/>\n<dependency identifierref="t"/>';
  const [first, second] = read(
    `<resources xml:base="b/"><resource href="a.html">\n${files}</resource><resource href="a.html" xml:base="c/"/></resources>`,
    `xmlns="${CP12}" xml:base="a/"`,
  ).resources;
  expect([first?.address?.path, second?.address?.path]).toEqual(['a/b/a.html', 'a/b/c/a.html']);
  expect([first?.files.map(({ address, line }) => [address.path, line]), first?.dependencies]).toEqual([
    [
      ['a/b/b.js', 2],
      ['a/b/c.js', 3],
    ],
    [
      { ref: 's', line: 4 },
      { ref: 't', line: 5 },
    ],
  ]);
});

test('all parts have their elements', () => {
  const { root, organizations, resources } = read(`\n${WHOLE}`);
  const [, second] = organizations;
  const [item] = second?.items ?? [];
  const nodes = [root, second?.node, item?.node, item?.children[0]?.node, resources[1]?.node];
  expect(nodes.map((node) => [node?.local, node?.line])).toEqual([
    ['manifest', 1],
    ['organization', 4],
    ['item', 4],
    ['item', 4],
    ['resource', 5],
  ]);
  expect([resources[0], resources[1]].map((one) => one?.node.attributes[0]?.value)).toEqual(['r1', 'r2']);
});

test('an empty manifest is empty', () => {
  expect(read('')).toMatchObject({ version: undefined, default: undefined, organizations: [], resources: [] });
  expect([shownOrganization(read('')), launchesOf(read(''))]).toEqual([undefined, []]);
});

test('items are launched in order, with those inside them, if their resource exists', () => {
  const manifest = read(WHOLE);
  expect(flatItems(manifest.organizations[1]?.items ?? []).map(({ id }) => id)).toEqual(['i1', 'i2', 'i3', 'i4']);
  expect(launchesOf(manifest).map(({ item, resource }) => [item.id, resource.id])).toEqual([
    ['i1', 'r1'],
    ['i3', 'r2'],
  ]);
});

test('items of all levels are listed, each before those inside it', () => {
  const item = (id: string, inside = ''): string => `<item identifier="${id}" identifierref="r">${inside}</item>`;
  const items = item('a', item('b', item('c', item('d')) + item('e')) + item('f')) + item('g');
  const manifest = read(
    `<organizations><organization>${items}</organization></organizations><resources><resource identifier="r"/></resources>`,
  );
  expect(flatItems(manifest.organizations[0]?.items ?? []).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(launchesOf(manifest).map(({ item: { id } }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('the organization shown is the default one, else the first', () => {
  expect(shownOrganization(read(WHOLE))?.id).toBe('o2');
  expect(shownOrganization(read(WHOLE.replace('default="o2"', 'default="o9"')))?.id).toBe('o1');
  expect(shownOrganization(read('<organizations><organization/><organization identifier="o"/></organizations>'))?.id).toBeUndefined();
});

const edition = (space: string, version: string): string => {
  const manifest = read(`<metadata><schemaversion>${version}</schemaversion></metadata>`, space);
  expect(is2004(manifest)).toBe(manifest.edition !== '1.2');
  return manifest.edition;
};

test.each([
  [`xmlns="${CP12}"`, '1.2', '1.2'],
  [`xmlns="${CP12}"`, '2004 4th Edition', '1.2'],
  [`xmlns="${CP2004}"`, '2004 4th Edition', '2004-4'],
  [`xmlns="${CP2004}"`, ' 2004 3rd Edition ', '2004-3'],
  [`xmlns="${CP2004}"`, 'CAM 1.3', '2004-2'],
  [`xmlns="${CP2004}"`, '1.3', '2004-2'],
  [`xmlns="${CP2004}"`, '1.2', '2004-3'],
  [`xmlns="${CP2004}"`, '?', '2004-3'],
  ['xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"', '', '2004-3'],
  ['xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"', '2004 4th Edition', '1.2'],
  [`xmlns="${CP12}" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`, '1.2', '2004-3'],
  ['', '2004 3rd Edition', '2004-3'],
  ['', '2004 4th Edition', '2004-4'],
  ['', '?', '1.2'],
])('with %s and version “%s” it is of edition %s', (space, version, expected) => {
  expect(edition(space, version)).toBe(expected);
});
