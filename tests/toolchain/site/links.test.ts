import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { partOf } from '../../../build/toolchain/site/document.ts';
import { Links, wayFrom } from '../../../build/toolchain/site/links.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';

const FILES: Readonly<Record<string, string>> = {
  LICENSE: 'MIT',
  'README.md': '# Tout\n',
  'docs/guide.md': '# Guide\n\n## Déposer ici\n\n## Ensuite\n',
  'docs/bilan.md': '# Bilan\n\n*(English [below](#in-english).)*\n\n## Compter\n\n## In English\n\n### Counting\n',
  'docs/decisions/README.md': '# Decisions\n',
  'docs/images/a b.png': '',
  'modules/cours/seance-1.md': '# Page\n',
  '.git/config': 'secret',
  'node_modules/x/index.js': '',
};

const page = (source: string, path: string, language: 'fr' | 'en', part: SitePage['part'] = 'whole'): SitePage => ({
  source,
  path,
  language,
  title: path,
  group: 'begin',
  part,
  other: null,
});

const readme = page('README.md', 'tout.html', 'fr');
const guide = page('docs/guide.md', 'guide.html', 'fr');
const french = page('docs/bilan.md', 'bilan.html', 'fr', 'first');
const english = page('docs/bilan.md', 'en/report.html', 'en', 'second');
const decisions = page('docs/decisions/README.md', 'en/decisions.html', 'en');

function makeLinks(): Links {
  const home = mkdtempSync(join(tmpdir(), 'cartable-links-'));
  const root = join(home, 'repository');
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(home, 'beside.txt'), 'secret');
  symlinkSync(join(home, 'beside.txt'), join(root, 'docs/link.txt'));
  const parts = [readme, guide, french, english, decisions].map((one) => [one, partOf(one, FILES[one.source] ?? '')] as const);
  return new Links(root, new Map(parts));
}

test.each([
  ['https://moodle.org/#a', guide, 'https://moodle.org/#a'],
  ['mailto:a@example.org', guide, 'mailto:a@example.org'],
  ['HTTPS://moodle.org/guide.md', guide, 'HTTPS://moodle.org/guide.md'],
  ['//moodle.org/guide.md', guide, '//moodle.org/guide.md'],
  ['#ensuite', guide, '#ensuite'],
  ['guide.md#guide', english, '../guide.html'],
  ['#déposer-ici', guide, '#d%C3%A9poser-ici'],
  ['guide.md#déposer-ici', english, '../guide.html#d%C3%A9poser-ici'],
  ['../docs/guide.md', decisions, '../guide.html'],
  // The part in the language of the page; a heading of the other part leads there.
  ['bilan.md', guide, 'bilan.html'],
  ['bilan.md', english, 'report.html'],
  ['bilan.md#in-english', guide, 'en/report.html'],
  ['bilan.md#counting', guide, 'en/report.html#counting'],
  ['bilan.md#compter', english, '../bilan.html#compter'],
  ['decisions/', guide, 'en/decisions.html'],
  ['../README.md', guide, 'tout.html'],
  ['../guide.md', decisions, '../guide.html'],
  // Files that are not pages are copied; names that a server wouldn't show as text get an ending that it does.
  ['../LICENSE', guide, 'files/LICENSE.txt'],
  ['../modules/cours/seance-1.md', guide, 'files/modules/cours/seance-1.md.txt'],
  ['images/a%20b.png', english, '../images/a%20b.png'],
])('%s', (address, from, expected) => {
  const relative = from === decisions && address.startsWith('../docs') ? `../${address}` : address;
  expect(makeLinks().rewrite(relative, from)).toBe(expected);
});

test.each([
  'nothing.md',
  'guide.md#nothing',
  'guide.md#gui',
  'guide.md#ensuit',
  '../modules/',
  // The repository itself is no document.
  '..',
  'images/none.png',
  // Only files that the repository shows: none beside it, none behind a link, none that is hidden or installed.
  '../../beside.txt',
  '%2e%2e/%2E%2E/beside.txt',
  'images/../../../beside.txt',
  '/etc/passwd',
  'link.txt',
  '../.git/config',
  '../node_modules/x/index.js',
  '100%.md',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
])('%s leads nowhere, and the document is named', (address) => {
  expect(() => makeLinks().rewrite(address, guide)).toThrow('docs/guide.md');
});

test('files to copy are noted once', () => {
  const links = makeLinks();
  for (const from of [guide, english]) links.rewrite('images/a%20b.png', from);
  links.copy('LICENSE');
  expect([...links.files]).toEqual([
    ['docs/images/a b.png', 'images/a b.png'],
    ['LICENSE', 'files/LICENSE.txt'],
  ]);
});

test('files keep a name that every web space serves as what it is, others are shown as text', () => {
  const root = mkdtempSync(join(tmpdir(), 'cartable-served-'));
  const kept = ['png', 'webp', 'svg', 'jpg', 'gif', 'json', 'txt', 'zip', 'csv', 'pdf'].map((ending) => `a.${ending}`);
  const shown = ['a.md', 'a.ts', 'a.yaml', 'a'];
  for (const name of [...kept, ...shown]) writeFileSync(join(root, name), '');
  const links = new Links(root, new Map());
  expect(kept.map((name) => links.copy(name))).toEqual(kept.map((name) => `files/${name}`));
  expect(shown.map((name) => links.copy(name))).toEqual(shown.map((name) => `files/${name}.txt`));
});

test('ways from page to page are relative, so that a site works below any path', () => {
  expect(wayFrom('en/decisions/0001.html', 'site.css')).toBe('../../site.css');
  expect(wayFrom('index.html', 'en/index.html')).toBe('en/index.html');
  expect(wayFrom('en/a.html', 'en/a.html')).toBe('a.html');
});
