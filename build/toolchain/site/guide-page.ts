import { escapeHtml, unescapeHtml } from '../../text/plain-html.ts';
import { typography } from '../../text/typography.ts';
import type { DocumentHeading } from './document.ts';
import { navigation, type ShownPage } from './layout.ts';
import { wayFrom } from './links.ts';
import { isListed, type SiteLanguage, type SitePage } from './pages.ts';
import { siteStrings } from './strings.ts';

/** A page is divided into parts by at least so many headings before it gets a table of contents. */
const FEWEST = 3;

/** Lists headings of two levels as nested links. */
function contentsOf(headings: readonly DocumentHeading[], language: SiteLanguage): string {
  const top = Math.min(...headings.map(({ level }) => level));
  const entry = ({ slug, short }: DocumentHeading): string =>
    `<a href="#${encodeURI(slug)}">${escapeHtml(typography(short, language))}</a>`;
  const groups: { readonly head: DocumentHeading; readonly below: DocumentHeading[] }[] = [];
  for (const heading of headings) {
    if (heading.level === top) groups.push({ head: heading, below: [] });
    else if (heading.level === top + 1) groups.at(-1)?.below.push(heading);
  }
  const below = (list: readonly DocumentHeading[]): string => `<ul>${list.map((heading) => `<li>${entry(heading)}</li>`).join('\n')}</ul>`;
  return `<ul>${groups.map((group) => `<li>${entry(group.head)}${group.below.length > 0 ? below(group.below) : ''}</li>`).join('\n')}</ul>`;
}

function neighbours(pages: readonly SitePage[], page: SitePage): string {
  const strings = siteStrings[page.language];
  const own = pages.filter((other) => isListed(other) && other.language === page.language);
  const at = own.indexOf(page);
  if (at < 0) return '';
  const one = (other: SitePage | undefined, name: string, kind: string): string =>
    other
      ? `<a class="w-${kind}" rel="${kind}" href="${escapeHtml(wayFrom(page.path, other.path))}"><span>${name}</span> ${escapeHtml(other.title)}</a>`
      : '';
  return `<div class="w-neighbours">${one(own[at - 1], strings.before, 'prev')}${one(own[at + 1], strings.next, 'next')}</div>`;
}

/** Parts of a guide's page. */
export interface Guide {
  readonly page: SitePage;
  readonly title: string;
  readonly headings: readonly DocumentHeading[];
  /** HTML of the document, without its title. */
  readonly html: string;
}

/** Makes the content of a page that shows a document: navigation, text, table of contents. */
export function guidePage({ page, headings, html, ...guide }: Guide, pages: readonly SitePage[]): ShownPage {
  const strings = siteStrings[page.language];
  const title = typography(guide.title, page.language);
  const list = navigation(pages, page);
  const contents = headings.length < FEWEST ? '' : contentsOf(headings, page.language);
  const fold = contents && `<details class="w-fold w-narrow"><summary>${strings.contents}</summary>${contents}</details>`;
  const side =
    contents &&
    `<nav class="w-contents" aria-labelledby="w:contents"><p id="w:contents" class="w-group">${strings.contents}</p>${contents}</nav>`;
  const about = plainStart(html) || title;
  return {
    path: page.path,
    language: page.language,
    other: page.other,
    title,
    about,
    look: 'guide',
    content: `<div class="w-body">
<nav class="w-pages" aria-label="${strings.guides}"><div class="w-wide-only">${list}</div><details class="w-fold w-narrow"><summary>${strings.guides}</summary>${list}</details></nav>
<main id="w:main" tabindex="-1">
<h1>${escapeHtml(title)}</h1>
${fold}
<div class="w-text">
${html}</div>
${neighbours(pages, page)}
</main>
${side}
</div>`,
  };
}

/** Returns the first paragraph of some HTML as text, 200 characters at most. */
function plainStart(html: string): string {
  const [, first = ''] = /<p>([\s\S]*?)<\/p>/.exec(html) ?? [];
  const text = unescapeHtml(first.replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ');
  return text.length <= 200 ? text : `${text.slice(0, 200).replace(/\s\S*$/, '')}…`;
}
