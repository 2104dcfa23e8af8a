import { escapeHtml } from '../../text/plain-html.ts';
import { wayFrom } from './links.ts';
import { folderOf, GROUPS, galleryOf, isListed, type SiteLanguage, type SitePage } from './pages.ts';
import { siteStrings } from './strings.ts';

/** Nothing comes from elsewhere, and nothing is written into the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as it is shown: its place, its words, its content. */
export interface ShownPage {
  /** Path in the site. */
  readonly path: string;
  readonly language: SiteLanguage;
  /** Path of the same page in the other language. */
  readonly other: string | null;
  readonly title: string;
  /** One sentence for search engines and previews of links. */
  readonly about: string;
  /** Class of the body. */
  readonly look: 'home' | 'guide';
  /** HTML of all that is between head and foot of the page. */
  readonly content: string;
}

/** Path of a language's home. */
export const homeOf = (language: SiteLanguage): string => `${folderOf(language)}index.html`;

const otherLanguage = (language: SiteLanguage): SiteLanguage => (language === 'fr' ? 'en' : 'fr');

function link(from: string, to: string, text: string, attributes = ''): string {
  return `<a href="${escapeHtml(wayFrom(from, to))}"${attributes}>${escapeHtml(text)}</a>`;
}

function head({ path, language, other, title, about }: ShownPage): string {
  const way = (to: string): string => escapeHtml(wayFrom(path, to));
  const alternate = (lang: SiteLanguage, to: string): string => `<link rel="alternate" hreflang="${lang}" href="${way(to)}">`;
  return `<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(about)}">
<title>${escapeHtml(title === 'Cartable' ? title : `${title} · Cartable`)}</title>
<link rel="icon" href="${way('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${way('site-style.css')}">
<script src="${way('site.js')}" defer></script>
${other ? [alternate(language, path), alternate(otherLanguage(language), other)].join('\n') : ''}`;
}

/** Makes the link to the other language: to the same page, or to the home if there is none. */
function languageLink({ path, language, other }: ShownPage): string {
  const to = otherLanguage(language);
  return link(path, other ?? homeOf(to), siteStrings[to].name, ` class="w-language" lang="${to}" hreflang="${to}"`);
}

function banner(page: ShownPage, first: string): string {
  const strings = siteStrings[page.language];
  const icon = escapeHtml(wayFrom(page.path, 'icon.svg'));
  const here = page.look === 'home' ? ' aria-current="page"' : '';
  return `<header class="w-head">
<a class="w-mark" href="${escapeHtml(wayFrom(page.path, homeOf(page.language)))}"${here}><img src="${icon}" alt="" width="32" height="32">${strings.site}</a>
<nav class="w-main" aria-label="${strings.site}">${link(page.path, first, strings.guides)}${link(page.path, galleryOf(page.language), strings.gallery)}${link(page.path, 'studio/index.html', strings.studioShort, ' class="w-phone-only"')}</nav>
${languageLink(page)}
${link(page.path, 'studio/index.html', strings.studio, ' class="w-button w-small"')}
</header>`;
}

function footer({ path, language }: ShownPage): string {
  const strings = siteStrings[language];
  return `<footer class="w-foot">
<p>${escapeHtml(strings.footer)}</p>
<p>${link(path, 'files/LICENSE.txt', strings.licence)} · ${link(path, 'licences.txt', strings.notices)}</p>
</footer>`;
}

/** Makes a whole page. @param first path of the page that the guides begin with */
export function pageHtml(page: ShownPage, first: string): string {
  const strings = siteStrings[page.language];
  return `<!doctype html>
<html lang="${page.language}">
<head>
${head(page)}
</head>
<body class="w-${page.look}">
<a class="w-skip" href="#w:main">${strings.skip}</a>
${banner(page, first)}
${page.content}
${footer(page)}
</body>
</html>
`;
}

/** Lists the pages of a group as links. A page in the other language is named as such. */
function groupList(pages: readonly SitePage[], from: SitePage): string {
  const strings = siteStrings[from.language];
  const entry = (page: SitePage): string => {
    const foreign = page.language !== from.language;
    const here = page === from ? ' aria-current="page"' : '';
    const address = escapeHtml(wayFrom(from.path, page.path));
    if (!foreign) return `<li><a href="${address}"${here}>${escapeHtml(page.title)}</a></li>`;
    const title = `<span lang="${page.language}">${escapeHtml(page.title)}</span>`;
    return `<li><a href="${address}" hreflang="${page.language}">${title} <small>${strings.foreign}</small></a></li>`;
  };
  return `<ul>${pages.map(entry).join('\n')}</ul>`;
}

/**
 * Lists the pages of the navigation in groups. Pages without a counterpart are listed in both languages. Those for contributors are
 * folded away, except beside one of them.
 */
export function navigation(pages: readonly SitePage[], from: SitePage): string {
  const strings = siteStrings[from.language];
  const shown = pages.filter((page) => isListed(page) && (page.language === from.language || page.other === null));
  const group = (name: (typeof GROUPS)[number]): string => {
    const own = shown.filter((page) => page.group === name);
    const [title, list] = [escapeHtml(strings[`group.${name}`]), groupList(own, from)];
    if (own.length === 0) return '';
    if (name !== 'project') return `<p class="w-group">${title}</p>\n${list}`;
    return `<details class="w-more"${from.group === name ? ' open' : ''}><summary class="w-group">${title}</summary>${list}</details>`;
  };
  return GROUPS.map(group).join('\n');
}
