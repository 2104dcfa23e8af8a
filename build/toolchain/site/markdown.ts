import { join } from 'node:path';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { pictureSize } from '../../files/picture-size.ts';
import { nodeFiles } from '../../host/node/files.ts';
import { escapeHtml, unescapeHtml } from '../../text/plain-html.ts';
import type { DocumentHeading, Part } from './document.ts';
import { highlight } from './highlight.ts';
import { type Links, plainAddress, wayFrom } from './links.ts';
import { galleryOf, type SitePage } from './pages.ts';
import { checkRawHtml } from './raw-html.ts';
import { setSpacing } from './spacing.ts';
import { siteStrings } from './strings.ts';

/** Facts about a page that its rendering needs. */
interface Environment {
  readonly root: string;
  readonly page: SitePage;
  readonly links: Links;
  readonly language: string;
  readonly headings: ReadonlyMap<number, DocumentHeading>;
  /** Added to each heading's level, so that the highest below the title is 2. */
  readonly shift: number;
}

/** Tables of fewer columns wrap; wider ones scroll, and can be reached by keyboard for that. */
const WIDE_TABLE = 4;

/** Source in these languages is read as text, and wraps. Drawings in plain characters don't. */
const WRAPPED = ['markdown', 'yaml', 'sh', 'json', 'html'];

const columnsOf = (tokens: readonly Token[], open: number): number => {
  const end = tokens.findIndex(({ type }, index) => index > open && type === 'tr_close');
  return tokens.slice(open, end).filter(({ type }) => type === 'th_open').length;
};

function renderCode(text: string, language: string): string {
  const code = `<code>${highlight(text.replace(/\n$/, ''), language)}</code>`;
  return WRAPPED.includes(language) ? `<pre class="w-source">${code}</pre>\n` : `<pre class="w-drawn" tabindex="0">${code}</pre>\n`;
}

function renderHeading(token: Token, env: Environment): string {
  const heading = env.headings.get(token.map?.[0] ?? -1);
  const level = Math.min(6, Math.max(2, Number(token.tag.slice(1)) + env.shift));
  return `<h${level}${heading ? ` id="${escapeHtml(heading.slug)}"` : ''}>`;
}

/** Links from the heading of a type to its example in the gallery. */
function tryLink(heading: string, { path, language }: SitePage): string {
  const [, name = '', type] = /^(.+?) ?: `([a-z-]+)`$/.exec(heading) ?? [];
  if (!type) return '';
  const label = `${siteStrings[language].try}<span class="w-hidden"> : ${escapeHtml(name)}</span>`;
  return `<p class="w-try"><a href="${escapeHtml(wayFrom(path, galleryOf(language)))}#/page-${type}">${label}</a></p>\n`;
}

/** Reads the size of a picture of the repository, so that the page reserves its place. */
function sizeOf(root: string, source: string, address: string): string {
  if (/^[a-z]+:/i.test(address)) return '';
  const size = pictureSize(nodeFiles, join(root, source, '..', plainAddress(address)));
  return size ? ` width="${size.width}" height="${size.height}"` : '';
}

function renderImage(md: MarkdownIt, token: Token, env: Environment): string {
  const written = String(token.attrGet('src') ?? '');
  const alt = md.renderer.renderInlineAsText(token.children ?? [], md.options, {});
  const address = env.links.rewrite(written, env.page);
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${sizeOf(env.root, env.page.source, written)} loading="lazy">`;
}

/** Gives a picture in HTML the height that belongs to its width, and lets it load when it is near. */
function sizedImage(tag: string, { root, page }: Environment): string {
  const [, address = ''] = /\ssrc="([^"]+)"/.exec(tag) ?? [];
  const [, width = ''] = /\swidth="(\d+)"/.exec(tag) ?? [];
  const size = /^[a-z]+:/i.test(address) ? null : pictureSize(nodeFiles, join(root, page.source, '..', plainAddress(address)));
  const height = size && width ? ` height="${Math.round((Number(width) * size.height) / size.width)}"` : '';
  return tag.replace(/^<img/, `<img loading="lazy"${height}`);
}

/** Rewrites the addresses in HTML that a document contains; its comments are left out. @throws Error if it has code */
function renderRaw(html: string, env: Environment): string {
  const to = (address: string): string => escapeHtml(env.links.rewrite(unescapeHtml(address), env.page));
  const shown = html.replace(/<!--[\s\S]*?-->\n?/g, '');
  checkRawHtml(shown, env.page.source);
  return shown
    .replace(/<img\b[^>]*>/g, (tag) => sizedImage(tag, env))
    .replace(/\b(src|href|srcset)="([^"]+)"/g, (_, name: string, address: string) => `${name}="${to(address)}"`);
}

function setTables(md: MarkdownIt): void {
  const cell = (tag: string) => (tokens: readonly Token[], index: number) => {
    // markdown-it writes an inline style, which the site's policy forbids.
    const [, align] = /text-align:(center|right)/.exec(String(tokens[index]?.attrGet('style') ?? '')) ?? [];
    return `<${tag}${align ? ` class="w-${align}"` : ''}>`;
  };
  md.renderer.rules.table_open = (tokens, index) =>
    columnsOf(tokens, index) < WIDE_TABLE ? '<div class="w-table"><table>\n' : '<div class="w-table w-wide" tabindex="0"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
  // A heading without words would be announced as one that is missing.
  md.renderer.rules.th_open = (tokens, index) => (tokens[index + 1]?.content === '' ? '<td>' : cell('th scope="col"')(tokens, index));
  md.renderer.rules.th_close = (tokens, index) => (tokens[index - 1]?.content === '' ? '</td>' : '</th>');
  md.renderer.rules.td_open = cell('td');
}

function createRenderer(): MarkdownIt {
  const md = createMarkdownIt({ html: true, linkify: false, typographer: false });
  const at = (tokens: readonly Token[], index: number): Token => tokens[index] as Token;
  md.core.ruler.push('spacing', setSpacing);
  md.renderer.rules.fence = (tokens, index) => renderCode(at(tokens, index).content, at(tokens, index).info.trim());
  md.renderer.rules.code_block = (tokens, index) => renderCode(at(tokens, index).content, '');
  md.renderer.rules.heading_open = (tokens, index, _, env) => renderHeading(at(tokens, index), env as unknown as Environment);
  md.renderer.rules.heading_close = (tokens, index, _, env) => {
    const own = env as unknown as Environment;
    const level = Math.min(6, Math.max(2, Number(at(tokens, index).tag.slice(1)) + own.shift));
    return `</h${level}>\n${tryLink(at(tokens, index - 1).content, own.page)}`;
  };
  md.renderer.rules.image = (tokens, index, _, env) => renderImage(md, at(tokens, index), env as unknown as Environment);
  for (const raw of ['html_block', 'html_inline'])
    md.renderer.rules[raw] = (tokens, index, _, env) => renderRaw(at(tokens, index).content, env as unknown as Environment);
  md.renderer.rules.link_open = (tokens, index, _, env) => {
    const { links, page } = env as unknown as Environment;
    return `<a href="${escapeHtml(links.rewrite(String(at(tokens, index).attrGet('href') ?? ''), page))}">`;
  };
  setTables(md);
  return md;
}

const renderer = createRenderer();

/** Renders what a page shows of its document, without its title. @throws Error if a link leads nowhere */
export function renderPart(root: string, page: SitePage, part: Part, links: Links): string {
  const levels = part.headings.map(({ level }) => level);
  const shift = levels.length > 0 ? 2 - Math.min(...levels) : 0;
  const headings = new Map(part.headings.map((heading) => [heading.line, heading]));
  const env: Environment = { root, page, links, language: page.language, headings, shift };
  return renderer.render(part.text, { ...env });
}
