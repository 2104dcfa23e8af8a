import type { SitePage } from './pages.ts';
import { Slugs, slugOf } from './slugs.ts';

/** A heading of a document. */
export interface DocumentHeading {
  /** 1 to 6, as written. */
  readonly level: number;
  /** Its text without markup. */
  readonly text: string;
  /** Its text in a table of contents: the name of a type at its end is left out. */
  readonly short: string;
  readonly slug: string;
  /** Line from 0. */
  readonly line: number;
}

/** Removes the markup of a heading: links, code, emphasis. */
function plainHeading(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim();
}

/** Lists the headings of a document, with the anchors that they have on GitHub. */
export function headingsOf(text: string): DocumentHeading[] {
  const slugs = new Slugs();
  const found: DocumentHeading[] = [];
  let fence = '';
  for (const [line, written] of text.split('\n').entries()) {
    const [, marks = ''] = /^(`{3,}|~{3,})/.exec(written) ?? [];
    if (fence !== '') {
      if (marks.startsWith(fence)) fence = '';
      continue;
    }
    fence = marks;
    const [, level = '', heading = ''] = /^(#{1,6}) +(.+?)(?: +#+)?$/.exec(written) ?? [];
    if (level === '') continue;
    const plain = plainHeading(heading);
    const short = plainHeading(heading.replace(/ ?: `[^`]+`$/, ''));
    found.push({ level: level.length, text: plain, short, slug: slugs.take(plain), line });
  }
  return found;
}

/** Leads from the French beginning of a document to its English part. */
const POINTER = /^\*?\(?(?:English \[below\]|\[In English\])\(#([^)]+)\)\.?\)?\*?$/m;

/** The part of a document that a page shows. */
export interface Part {
  readonly text: string;
  /** Headings of this part, with the anchors that they have in the whole document. */
  readonly headings: readonly DocumentHeading[];
  /** Anchors of the document that stand for the page as a whole. */
  readonly start: readonly string[];
}

/** Divides a document where its English part begins. @throws Error if it has no such part */
function dividingLine(source: string, text: string): DocumentHeading {
  const [, anchor = ''] = POINTER.exec(text) ?? [];
  const heading = headingsOf(text).find(({ slug }) => slug === slugOf(anchor));
  if (!heading) throw new Error(`${source} has two languages in the table of the site, but leads to no English part.`);
  return heading;
}

/** Returns the part of a document that a page shows; the heading of the page itself is left out. */
export function partOf({ source, part }: Pick<SitePage, 'source' | 'part'>, text: string): Part {
  const lines = text.split('\n');
  const all = headingsOf(text);
  const divide = part === 'whole' ? null : dividingLine(source, text);
  const [from, to] = part === 'second' ? [divide?.line ?? 0, lines.length] : [0, divide?.line ?? lines.length];
  const own = all.filter(({ line }) => line >= from && line < to);
  const [title] = own;
  const rest = lines.map((line, index) => (index === title?.line ? '' : line)).slice(from, to);
  return {
    text: divide ? rest.join('\n').replace(POINTER, '') : rest.join('\n'),
    headings: own.slice(1).map((heading) => ({ ...heading, line: heading.line - from })),
    start: title ? [title.slug] : [],
  };
}

/** Returns the title that a document gives itself. A part has that of the table, and so has README, which is headed by the project's name. */
export function titleOf({ part, title, source }: SitePage, text: string): string {
  if (part === 'second' || source.startsWith('README')) return title;
  return headingsOf(text).find(({ level }) => level === 1)?.text ?? title;
}
