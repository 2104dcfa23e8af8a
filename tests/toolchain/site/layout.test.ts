import { describe, expect, test } from 'vitest';
import { homeOf, navigation, pageHtml, type ShownPage } from '../../../build/toolchain/site/layout.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';

const shown = (more: Partial<ShownPage> = {}): ShownPage => ({
  path: 'en/oven.html',
  language: 'en',
  other: 'four.html',
  title: 'The “oven” & <tram>',
  about: 'Baking & "riding"',
  look: 'guide',
  content: '<main id="w:main"></main>',
  ...more,
});

const html = (more: Partial<ShownPage> = {}): string => pageHtml(shown(more), 'en/first.html');

describe('the head of a page', () => {
  test('allows nothing but files of the site', () => {
    const [, policy = ''] = /content-security-policy" content="([^"]+)"/.exec(html()) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('has language, title, description, and files by relative addresses', () => {
    const page = html();
    expect(page.startsWith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')).toBe(true);
    expect(page).toContain('<title>The “oven” &amp; &lt;tram&gt; · Cartable</title>');
    expect(page).toContain('<meta name="description" content="Baking &amp; &quot;riding&quot;">');
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(page).toContain('<meta name="color-scheme" content="light dark">');
    expect(page).toContain('<link rel="icon" href="../icon.svg" type="image/svg+xml">');
    expect(page).toContain('<link rel="stylesheet" href="../site-style.css">');
    expect(page).toContain('<script src="../site.js" defer></script>');
    expect(html({ title: 'Cartable' })).toContain('<title>Cartable</title>');
    expect(html({ language: 'fr', path: 'four.html' })).toContain('<html lang="fr">');
  });

  test('names the page in both languages, if it has both', () => {
    expect(html()).toContain(
      '<link rel="alternate" hreflang="en" href="oven.html">\n<link rel="alternate" hreflang="fr" href="../four.html">',
    );
    expect(html({ other: null })).not.toContain('alternate');
  });
});

describe('the banner of a page', () => {
  test('leads to home, guides, gallery, studio and the other language', () => {
    const links = [...html().matchAll(/<a ([^>]*)>(.*?)<\/a>/g)].map(([, attributes, text]) => `${attributes}|${text}`);
    expect(links).toEqual([
      'class="w-skip" href="#w:main"|Skip to the content',
      'class="w-mark" href="index.html"|<img src="../icon.svg" alt="" width="32" height="32">Cartable',
      'href="first.html"|The guides',
      'href="../gallery/index.html"|The gallery',
      'href="../studio/index.html" class="w-phone-only"|The studio',
      'href="../four.html" class="w-language" lang="fr" hreflang="fr"|Français',
      'href="../studio/index.html" class="w-button w-small"|Open the studio',
      'href="../files/LICENSE.txt"|Licence',
      'href="../licences.txt"|Licences of what it contains',
    ]);
    expect(html()).toContain('<nav class="w-main" aria-label="Cartable">');
  });

  test('a page without a counterpart leads to the home of the other language', () => {
    expect(html({ other: null })).toContain('<a href="../index.html" class="w-language" lang="fr" hreflang="fr">');
    expect(html({ other: null, language: 'fr', path: 'four.html' })).toContain(
      '<a href="en/index.html" class="w-language" lang="en" hreflang="en">English</a>',
    );
    expect([homeOf('fr'), homeOf('en')]).toEqual(['index.html', 'en/index.html']);
  });

  test('only the home is where its mark leads', () => {
    expect(html()).not.toContain('aria-current');
    const home = html({ look: 'home', path: 'en/index.html' });
    expect(home).toContain('<a class="w-mark" href="index.html" aria-current="page">');
    expect(home).toContain('<body class="w-home">');
    expect(html()).toContain('<body class="w-guide">');
  });

  test('content and foot follow', () => {
    expect(html()).toMatch(/<\/header>\n<main id="w:main"><\/main>\n<footer class="w-foot">\n<p>Cartable is free software/);
    expect(html().endsWith('</footer>\n</body>\n</html>\n')).toBe(true);
  });
});

describe('the navigation', () => {
  const page = (source: string, language: 'fr' | 'en', group: SitePage['group'], other: string | null): SitePage => ({
    source,
    path: `${language === 'en' ? 'en/' : ''}${source.replace('docs/', '').replace('.md', '')}.html`,
    language,
    title: `${source} <${language}>`,
    group,
    part: 'whole',
    other,
  });
  const oven = page('docs/oven.md', 'en', 'begin', 'four.html');
  const four = page('docs/four.md', 'fr', 'begin', 'en/oven.html');
  const alone = page('docs/tram.md', 'en', 'follow', null);
  const fonder = page('docs/fonder.md', 'fr', 'follow', null);
  const project = page('docs/types.md', 'en', 'project', null);
  const decision = page('docs/decisions/0001-rails.md', 'en', 'project', null);
  const pages = [four, oven, project, alone, fonder, decision];

  test('has the pages of its language and those without a counterpart, in groups', () => {
    expect(navigation(pages, oven).split('\n')).toEqual([
      '<p class="w-group">Begin</p>',
      '<ul><li><a href="oven.html" aria-current="page">docs/oven.md &lt;en&gt;</a></li></ul>',
      '',
      '<p class="w-group">Follow, go further</p>',
      '<ul><li><a href="tram.html">docs/tram.md &lt;en&gt;</a></li>',
      '<li><a href="../fonder.html" hreflang="fr"><span lang="fr">docs/fonder.md &lt;fr&gt;</span> <small>in French</small></a></li></ul>',
      '<details class="w-more"><summary class="w-group">Contributing</summary><ul><li><a href="types.html">docs/types.md &lt;en&gt;</a></li></ul></details>',
    ]);
  });

  test('pages for contributors are open beside one of them', () => {
    expect(navigation(pages, project)).toContain('<details class="w-more" open>');
    expect(navigation(pages, decision)).toContain('<details class="w-more" open>');
  });
});
