import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GROUPS, isListed, sitePages } from '../../../build/toolchain/site/pages.ts';
import { root } from '../../helpers/examples-project.ts';

const pages = sitePages(root);

/** Documents for authors of which there is one language only: a French course, and notes about LMSs that open with French. */
const ONE_LANGUAGE = ['docs/partenariats-reseaux.md', 'docs/other-lms.md'];

test('every document has a page', () => {
  const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md', 'docs/*.md'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => /^(?:[^/]+|docs\/.+)\.md$/.test(path));
  expect([...new Set(pages.map(({ source }) => source))].sort(), 'the table in build/toolchain/site/pages.ts').toEqual(
    [...new Set(documents)].sort(),
  );
});

test('pages for authors are there in French and in English, each leading to the other', () => {
  const authors = pages.filter(({ group, source }) => group !== 'project' && !ONE_LANGUAGE.includes(source));
  expect(authors.length).toBeGreaterThan(15);
  for (const page of authors) {
    const other = pages.find(({ path }) => path === page.other);
    expect([page.path, other?.other, other?.language === page.language]).toEqual([page.path, page.path, false]);
  }
});

test('no two pages have one address, and English ones have a folder of their own', () => {
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  for (const { path, language } of pages) expect(path.startsWith('en/')).toBe(language === 'en');
  const odd = pages.filter(({ path, title }) => !title || !/^(?:en\/)?(?:decisions\/)?[a-z0-9.-]+\.html$/.test(path));
  expect(odd).toEqual([]);
});

test('a document of both languages has a part for each', () => {
  const parts = pages.filter(({ source }) => source === 'docs/bilan.md').map(({ language, part }) => [language, part]);
  expect(parts).toEqual([
    ['fr', 'first'],
    ['en', 'second'],
  ]);
});

test('documents that a repository lacks have no page; decisions come last, by their number', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-pages-'));
  mkdirSync(join(place, 'docs/decisions'), { recursive: true });
  for (const name of ['docs/importing.md', 'docs/decisions/0012-rails.md', 'docs/decisions/0003-sleepers.md', 'docs/decisions/notes.md'])
    writeFileSync(join(place, name), '');
  const decision = (name: string, n: number) => ({
    source: `docs/decisions/${name}.md`,
    path: `en/decisions/${name}.html`,
    language: 'en',
    title: `Decision ${n}`,
    group: 'project',
    part: 'whole',
    other: null,
  });
  expect(sitePages(place)).toEqual([
    {
      source: 'docs/importing.md',
      path: 'en/importing.html',
      language: 'en',
      title: 'Importing and exporting',
      group: 'publish',
      part: 'whole',
      other: 'importer.html',
    },
    decision('0003-sleepers', 3),
    decision('0012-rails', 12),
  ]);
  expect(sitePages(place).map(isListed)).toEqual([true, false, false]);
});

test('groups are in the order of a course: to begin, to publish, to follow, and then the project', () => {
  expect(GROUPS).toEqual(['begin', 'publish', 'follow', 'project']);
  expect([...new Set(pages.map(({ group }) => group))]).toEqual(GROUPS);
});

test('the navigation leaves out single decisions, but has their index', () => {
  expect(pages.filter((page) => !isListed(page)).length).toBeGreaterThan(10);
  expect(pages.filter(isListed).map(({ source }) => source)).toContain('docs/decisions/README.md');
});
