import { expect, test } from 'vitest';
import { launchPlans } from '../../build/verify/launch-plan.ts';
import type { PackageFacts } from '../../build/verify/rules/rule.ts';
import { CP2004, factsOf } from './rules/facts.ts';

function plans(
  items: string,
  resources: string,
  { base = '', space }: { base?: string; space?: string } = {},
  ...names: readonly string[]
) {
  const zip = { files: new Map(names.map((name) => [name, 1])) } as unknown as PackageFacts['zip'];
  return launchPlans(
    factsOf(
      `<organizations><organization>${items}</organization></organizations><resources>${resources}</resources>`,
      { zip, base },
      space,
    ),
  );
}
const item = (parameters = '', title = 'Un'): string => `<item identifierref="r" parameters="${parameters}"><title>${title}</title></item>`;
const resource = (href: string): string => `<resource identifier="r" adlcp:scormtype="sco" href="${href}"/>`;
const hrefOf = (href: string, parameters: string): string | undefined => plans(item(parameters), resource(href), {}, 'a.html')[0]?.href;

test('a page has its title, address, name and standard', () => {
  expect(plans(item('', ' Un '), resource('a%20é.html'), { base: 'cours/' }, 'cours/a é.html')).toEqual([
    { title: 'Un', href: 'cours/a%20%C3%A9.html', name: 'cours/a é.html', isSco: true, version: '1.2' },
  ]);
  const space = `xmlns="${CP2004}" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`;
  expect(plans(item('', ' '), resource('a.html').replace('"sco"', '"asset"'), { space }, 'a.html')).toMatchObject([
    { title: 'a.html', isSco: false, version: '2004' },
  ]);
});

test.each([
  ['a.html', '', 'a.html'],
  ['a.html?x=1#f', '', 'a.html?x=1#f'],
  ['a.html', '?y=2', 'a.html?y=2'],
  ['a.html', 'y=2', 'a.html?y=2'],
  ['a.html', 'y=2&amp;z=3', 'a.html?y=2&z=3'],
  ['a.html?x=1', '&amp;y=2', 'a.html?x=1&y=2'],
  ['a.html?x=1#f', '?y=2', 'a.html?x=1&y=2#f'],
  ['a.html', '#g', 'a.html#g'],
  ['a.html?x=1#f', '#g', 'a.html?x=1#f'],
  ['a.html', ' ? ', 'a.html'],
])('“%s” with parameters “%s” is “%s”', (href, parameters, expected) => {
  expect(hrefOf(href, parameters)).toBe(expected);
});

test('each address is opened once, at its first place', () => {
  const items = item('', 'Un') + item('p=1', 'Deux') + item('', 'Trois');
  expect(plans(items, resource('a.html'), {}, 'a.html').map(({ title }) => title)).toEqual(['Un', 'Deux']);
});

test.each([
  ['b.html', 'a file that isn’t there'],
  ['https://a.example/a.html', 'another site'],
  ['../a.html', 'a place outside'],
])('%s can’t be opened: %s', (href) => {
  expect(plans(item(), resource(href), {}, 'a.html')).toEqual([]);
});

test('a resource without an address can’t be opened', () => {
  expect(plans(item(), '<resource identifier="r"/>', {}, '', 'a.html')).toEqual([]);
});
