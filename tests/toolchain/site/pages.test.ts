import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { isListed, sitePages } from '../../../build/toolchain/site/pages.ts';
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

test('the navigation leaves out single decisions, but has their index', () => {
  expect(pages.filter((page) => !isListed(page)).length).toBeGreaterThan(10);
  expect(pages.filter(isListed).map(({ source }) => source)).toContain('docs/decisions/README.md');
});
