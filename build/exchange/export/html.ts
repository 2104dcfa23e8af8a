import createMarkdownIt from 'markdown-it';
import { encodedPath } from '../../model/markers.ts';
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

/** Text in brackets, with escapes. */
const BRACKETS = String.raw`\[((?:\\.|[^\]\\])*)\]`;
const PICTURE = new RegExp(String.raw`(?<!\\)!${BRACKETS}\(([^)\s]+)\)`, 'g');
const ANY_PICTURE = new RegExp(String.raw`!${BRACKETS}\([^)]*\)`, 'g');
const LINK = new RegExp(String.raw`(?<!\\)${BRACKETS}\([^)]*\)`, 'g');

/** Returns the words of a line of Markdown. */
export function plainLine(markdown: Markdown): string {
  return markdown
    .replace(ANY_PICTURE, '$1')
    .replace(LINK, '$1')
    .replace(/(?<!\\)[*`]+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&amp;/g, '&');
}

/** Converts the path of a picture to an address without signs that end one in Markdown. */
export function pictureAddress(path: string): string {
  return encodedPath(path).replaceAll('%2F', '/');
}

/** Converts the address of a picture to its path. */
export function picturePath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Returns the paths of the pictures in a text. */
export function picturesIn(markdown: Markdown): string[] {
  return [...markdown.matchAll(PICTURE)].map(([, , address = '']) => picturePath(address));
}

/** Removes characters that XML can't have. */
export function forXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
