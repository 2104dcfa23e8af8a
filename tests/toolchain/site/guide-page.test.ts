import { expect, test } from 'vitest';
import { guidePage } from '../../../build/toolchain/site/guide-page.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';

const page: SitePage = {
  source: 'docs/a.md',
  path: 'en/a.html',
  language: 'en',
  title: 'A',
  group: 'begin',
  part: 'whole',
  other: null,
};

test('no heading takes an anchor that the page itself has', () => {
  const slugs = ['contents', 'main', 'w-main', 'wmain'];
  const headings = slugs.map((slug, line) => ({ level: 2, text: slug, short: slug, slug, line }));
  const html = slugs.map((slug) => `<h2 id="${slug}">${slug}</h2>\n`).join('');
  const { content } = guidePage({ page, title: 'A', headings, html }, [page]);
  const ids = [...content.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toHaveLength(slugs.length + 2);
});
