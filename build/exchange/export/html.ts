import createMarkdownIt from 'markdown-it';
import type { Markdown } from '../model.ts';

const renderer = createMarkdownIt({ html: false, linkify: false });

/** Matches Markdown that plain text can't show: marks, lists, tables, pictures, escapes. */
const FORMATTED = /[*_`[\]|~^<>&\\]|^(?:#|\d+\.|[-+>]) |^```/m;

/** Converts Markdown to HTML for another tool. */
export function htmlOf(markdown: Markdown): string {
  return renderer.render(markdown).trim();
}

/** Converts a line of Markdown to HTML. */
export function htmlLine(markdown: Markdown): string {
  return renderer.renderInline(markdown).trim();
}

/** Tests whether a text is more than paragraphs of plain words. */
export function isFormatted(markdown: Markdown): boolean {
  return FORMATTED.test(markdown);
}

/** Returns the words of a line of Markdown. */
export function plainLine(markdown: Markdown): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)[*`]+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&amp;/g, '&');
}

/** Returns the addresses of the pictures in a text. */
export function picturesIn(markdown: Markdown): string[] {
  return [...markdown.matchAll(/(?<!\\)!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, path = '']) => decodeURI(path));
}

/** Removes characters that XML can't have. */
export function forXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
