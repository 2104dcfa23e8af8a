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

const heading = (level: number, short: string, line: number) => ({ level, text: `${short} long`, short, slug: short.toLowerCase(), line });
const guide = (more: object = {}) => guidePage({ page, title: 'A', headings: [], html: '<p>Un four.</p>\n', ...more }, [page]);

test('a table of contents begins with three headings, and has two levels', () => {
  const list = [heading(2, 'Four', 1), heading(3, 'Pâte', 2), heading(4, 'Sel', 3), heading(2, 'Tram', 4)];
  expect(guide({ headings: list.slice(0, 2) }).content).not.toContain('w-contents');
  expect(guide({ headings: list.slice(0, 3) }).content).toContain('w-contents');
  const { content } = guide({ headings: list });
  const contents =
    '<ul><li><a href="#four">Four</a><ul><li><a href="#p%C3%A2te">Pâte</a></li></ul></li>\n<li><a href="#tram">Tram</a></li></ul>';
  expect(content).toContain(`<details class="w-fold w-narrow"><summary>On this page</summary>${contents}</details>`);
  expect(content).toContain(
    `<nav class="w-contents" aria-labelledby="w:contents"><p id="w:contents" class="w-group">On this page</p>${contents}</nav>`,
  );
});

test('parts of a part keep their order', () => {
  const list = [heading(3, 'Eau', 0), heading(2, 'Four', 1), heading(3, 'Sel', 2), heading(3, 'Levain', 3)];
  expect(guide({ headings: list }).content).toContain(
    '<ul><li><a href="#four">Four</a><ul><li><a href="#sel">Sel</a></li>\n<li><a href="#levain">Levain</a></li></ul></li></ul>',
  );
});

test('entries are set as in print, each below its own part', () => {
  const list = [heading(2, 'Four', 1), heading(2, "L'eau & <sel>", 2), heading(3, 'Levain', 3)];
  expect(guide({ headings: list }).content).toContain(
    '<ul><li><a href="#four">Four</a></li>\n<li><a href="#l\'eau%20&%20%3Csel%3E">L’eau &amp; &lt;sel&gt;</a><ul><li><a href="#levain">Levain</a></li></ul></li></ul>',
  );
});

test('the page has its title, its navigation twice, and a description', () => {
  const shown = guide({ title: "The oven's <b>" });
  expect(shown).toMatchObject({
    path: 'en/a.html',
    language: 'en',
    other: null,
    title: 'The oven’s <b>',
    about: 'Un four.',
    look: 'guide',
  });
  expect(shown.content).toContain('<h1>The oven’s &lt;b&gt;</h1>');
  expect(shown.content.match(/aria-current="page">A</g)).toHaveLength(2);
  expect(shown.content).toContain('<main id="w:main" tabindex="-1">');
  expect(shown.content).toContain('<div class="w-text">\n<p>Un four.</p>\n</div>');
  expect(guide({ html: '<h2>Rien</h2>' }).about).toBe('A');
});

test('the description is the first paragraph, cut between words after 200 characters', () => {
  const about = (text: string): string => guide({ html: `<h2>x</h2><p>${text}</p><p>Deux</p>` }).about;
  expect(about('Le <b>four</b> &amp; \n la pâte')).toBe('Le four & la pâte');
  expect(about('x'.repeat(200))).toBe('x'.repeat(200));
  expect(about('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
  expect(about(`${'x'.repeat(199)} y z`)).toBe(`${'x'.repeat(199)}…`);
  expect(guide({ html: '<h2>x</h2><p></p><p>Deux</p>' }).about).toBe('A');
  expect(about(`${'mot '.repeat(50)}fin`)).toBe(`${'mot '.repeat(49)}mot…`);
});

test('the pages before and behind it are those of its language in the navigation', () => {
  const other = (name: string, language: 'fr' | 'en' = 'en', source = `docs/${name}.md`): SitePage => ({
    ...page,
    source,
    language,
    path: `${language === 'en' ? 'en/' : ''}${name}.html`,
    title: `${name} & co`,
  });
  const pages = [other('b'), other('c', 'fr'), page, other('d', 'en', 'docs/decisions/0001.md'), other('e')];
  const { content } = guidePage({ page, title: 'A', headings: [], html: '' }, pages);
  expect(content).toContain(
    '<div class="w-neighbours"><a class="w-prev" rel="prev" href="b.html"><span>Previous page</span> b &amp; co</a><a class="w-next" rel="next" href="e.html"><span>Next page</span> e &amp; co</a></div>',
  );
  expect(guide().content).toContain('<div class="w-neighbours"></div>');
  const decision = other('d', 'en', 'docs/decisions/0001.md');
  expect(guidePage({ page: decision, title: 'D', headings: [], html: '' }, [page, decision]).content).not.toContain('w-neighbours');
});
