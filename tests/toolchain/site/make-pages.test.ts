import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { unescapeHtml } from '../../../build/text/plain-html.ts';
import { makePages } from '../../../build/toolchain/site/make-pages.ts';
import { root } from '../../helpers/examples-project.ts';
import { fencesOf } from '../../helpers/guides.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'cartable-site-')), 'site');

/** Parts that aren't built here: studio and galleries. */
const ELSEWHERE = /^(?:studio|galerie|gallery)\/index\.html$/;

const texts = new Map<string, string>();
beforeAll(async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'ancien.html'), '');
  await makePages(root, folder);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const name of names.filter((one) => one.endsWith('.html'))) texts.set(name, readFileSync(join(folder, name), 'utf8'));
});

/** Lists the addresses that a page names, without those of other sites. */
function addressesOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|data-moving)="([^"]*)"/g)]
    .map(([, address = '']) => unescapeHtml(address))
    .filter((one) => !/^https?:/.test(one));
}

const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescapeHtml(id)));

test('all links lead somewhere: to a page, a heading, a file', () => {
  expect(texts.size).toBeGreaterThan(50);
  const dead: string[] = [];
  for (const [name, html] of texts) {
    for (const address of addressesOf(html)) {
      const [path = '', anchor = ''] = decodeURI(address).split('#');
      const target = path === '' ? name : posix.join(posix.dirname(name), path);
      if (ELSEWHERE.test(target)) continue;
      const found = existsSync(join(folder, target)) && (anchor === '' || idsOf(texts.get(target) ?? '').has(anchor));
      if (!found) dead.push(`${name}: ${address}`);
    }
  }
  expect(dead).toEqual([]);
});

test('beside the pages lie what they load, its licences, and nothing of an earlier site', () => {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.html'));
  expect(names.map(({ name }) => name.replace(/^.*(?=\.woff2$)/, 'font')).sort()).toEqual([
    ...['.nojekyll', 'font.woff2', 'icon.svg', 'licences.txt', 'site-style.css', 'site.js'],
  ]);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  expect([texts.has('ancien.html'), read('icon.svg')]).toEqual([false, readFileSync(join(root, 'build/studio/icon.svg'), 'utf8')]);
  expect(read('licences.txt')).toMatch(/^@fontsource\S* \(OFL-1\.1\)$/m);
  expect(read('files/LICENSE.txt')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  expect(read('site.js')).toMatch(/^(?:"use strict";)?\(\(\)=>\{/);
});

test('the guides of a language begin with its first page, and its home is titled as the studio', () => {
  for (const [language, name, first] of [
    ['fr', 'index.html', 'premiere-seance.html'],
    ['en', 'en/index.html', 'first-session.html'],
  ] as const) {
    const html = texts.get(name) ?? '';
    expect(/<nav class="w-main"[^>]*><a href="([^"]+)">/.exec(html)?.[1]).toBe(first);
    const { 'start.title': title } = JSON.parse(readFileSync(join(root, `build/studio/strings/start.${language}.json`), 'utf8'));
    const letters = (text: string): string => text.replace(/<[^>]+>|[^\p{L}]/gu, '');
    expect(letters(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '')).toBe(letters(title));
  }
});

test('nothing is loaded from elsewhere, and no address is absolute', () => {
  for (const [name, html] of texts) {
    const loaded = [...html.matchAll(/<(?:img|script|link|source|video|iframe)\b[^>]*\s(?:src|href|srcset)="([^"]*)"/g)].map(
      ([, one = '']) => one,
    );
    expect([name, [...loaded, ...addressesOf(html)].filter((one) => /^(?:[a-z]+:)?\/\/|^\/|^data:/.test(one))]).toEqual([name, []]);
    expect([name, /\sstyle="|\son[a-z]+="|<style|<script(?! src)/.exec(html)?.[0]]).toEqual([name, undefined]);
    expect(html).toContain(`http-equiv="content-security-policy" content="default-src 'none'`);
  }
  const style = readFileSync(join(folder, 'site-style.css'), 'utf8');
  expect([...style.matchAll(/url\(["']?([^"')]+)/g)].map(([, path = '']) => existsSync(join(folder, path)))).toEqual([true]);
});

test('each page has a language, a title and a heading of its own, and no level is skipped', () => {
  for (const [name, html] of texts) {
    expect([name, /<html lang="(\w+)">/.exec(html)?.[1]]).toEqual([name, name.startsWith('en/') ? 'en' : 'fr']);
    expect([name, [...html.matchAll(/<h1>\S/g)].length]).toEqual([name, 1]);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect([name, skipped]).toEqual([name, []]);
    expect([name, idsOf(html).size]).toEqual([name, [...html.matchAll(/\sid="/g)].length]);
  }
  const titles = [...texts].map(([name, html]) => `${name.startsWith('en/')} ${/<title>(.+)<\/title>/.exec(html)?.[1]}`);
  expect(new Set(titles).size).toBe(titles.length);
});

test('the same page in the other language is one link away, and named in the head', () => {
  const html = texts.get('en/writing-a-session.html') ?? '';
  expect(html).toContain('<link rel="alternate" hreflang="fr" href="../ecrire-une-seance.html">');
  expect(html).toContain('<a href="../ecrire-une-seance.html" class="w-language" lang="fr" hreflang="fr">Français</a>');
});

test('source is marked, and stays what it is', () => {
  const html = texts.get('ecrire-une-seance.html') ?? '';
  const shown = [...html.matchAll(/<pre class="w-source"><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, code = '']) =>
    code
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
  const written = fencesOf(readFileSync(join(root, 'docs/ecrire-une-seance.md'), 'utf8')).filter(({ language }) => language !== 'text');
  expect(shown).toEqual(written.map(({ text }) => text.replace(/\n$/, '')));
  expect(html).toContain('<span class="k-sign">:::choice</span><span class="k-value">{#donneur-ordre}</span>');
});

test('French is set as in print, but not in code', () => {
  const html = texts.get('ecrire-une-seance.html') ?? '';
  expect(html).toContain('Une case cochée\u00a0: l’apprenant');
  expect(html).toMatch(/<code>[^<]*<\/code>\u00a0:/);
});

test.each(['choisir-une-activite.html', 'ecrire-une-seance.html', 'en/choosing-an-activity.html', 'en/writing-a-session.html'])(
  '%s leads from each type to its example in the gallery',
  (name) => {
    const types = readdirSync(join(root, 'templates')).filter((type) => !type.startsWith('_'));
    const led = [...(texts.get(name) ?? '').matchAll(/<p class="w-try"><a href="(?:\.\.\/)?(\w+)\/index\.html#\/page-([a-z-]+)">/g)];
    expect(led.map(([, , type]) => type).sort()).toEqual(types.sort());
    expect(new Set(led.map(([, gallery]) => gallery))).toEqual(new Set([name.startsWith('en/') ? 'gallery' : 'galerie']));
  },
);

describe.each([
  ['index.html', 'README.md', 'galerie'],
  ['en/index.html', 'README.en.md', 'gallery'],
] as const)('%s', (name, readme, gallery) => {
  test('has the promise and the three commands of README, and every type', () => {
    const html = texts.get(name) ?? '';
    const text = readFileSync(join(root, readme), 'utf8');
    const commands =
      fencesOf(text)
        .find(({ language }) => language === 'sh')
        ?.text.trim() ?? '';
    expect(commands.split('\n')).toHaveLength(3);
    expect(unescapeHtml(html)).toContain(`<code>${commands}</code>`);
    const [, promise = ''] = /^\*\*(.+)\*\*$/m.exec(text) ?? [];
    const letters = (one: string): string => one.replace(/<[^>]+>|[^\p{L}]/gu, '');
    expect(letters(/<p class="w-lead">(.*)<\/p>/.exec(html)?.[1] ?? '')).toBe(letters(promise));
    const types = readdirSync(join(root, 'templates')).filter((type) => !type.startsWith('_'));
    for (const type of types) expect(html).toContain(`${gallery}/index.html#/page-${type}"`);
    expect(html).toContain(`>${types.length} `);
  });
});
