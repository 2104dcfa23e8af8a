import createMarkdownIt from 'markdown-it';
import type { TextContext } from '../html/loss.ts';
import { lineOf, markdownOf } from '../html/to-markdown.ts';
import type { Lang, Markdown } from '../model.ts';

/** Reading of a text by another tool. `moodle`: HTML in which line ends count. */
export type TextFormat = 'html' | 'markdown' | 'moodle' | 'plain';

const BLOCK = /<(?:p|div|ul|ol|table|h[1-6]|pre|blockquote)\b/i;

const OTHERS = createMarkdownIt({ html: true, linkify: false });

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function withBreaks(html: string): string {
  return html
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
}

function htmlOf(text: string, format: TextFormat): string {
  if (format === 'plain' || (format === 'markdown' && hasHugeParagraph(text))) return withBreaks(escapeHtml(text));
  if (format === 'markdown') return OTHERS.render(text);
  return format === 'html' || BLOCK.test(text) ? text : withBreaks(text);
}

const MLANG = /\{mlang(?:\s+([\w,-]+))?\s*\}/gi;
/** Characters of the longest paragraph that is read as Markdown: the parser takes far longer for a hostile one. */
const LONGEST_PARAGRAPH = 20_000;

function hasHugeParagraph(text: string): boolean {
  return text.length > LONGEST_PARAGRAPH && text.split(/\n[ \t]*\n/).some(({ length }) => length > LONGEST_PARAGRAPH);
}

/** `<span class="multilang" lang="fr">`. */
const SPAN = /<span\b(?=[^>]*\bclass="multilang")[^>]*\blang="([\w-]+)"[^>]*>([\s\S]{0,20000}?)<\/span>/gi;

/** Keeps the course's language of `{mlang fr}…{mlang}`; the first one, if the course's is missing. */
function oneLanguage(text: string, lang: Lang, lost: (languages: string) => void): string {
  const parts: { readonly langs: string; readonly text: string }[] = [];
  let open: string | undefined;
  let at = 0;
  for (const found of text.matchAll(MLANG)) {
    const before = text.slice(at, found.index);
    if (before !== '') parts.push({ langs: open ?? '', text: before });
    open = found[1]?.toLowerCase();
    at = (found.index ?? 0) + found[0].length;
  }
  parts.push({ langs: '', text: text.slice(at) });
  const known = [...new Set(parts.flatMap(({ langs }) => (langs === '' ? [] : langs.split(','))))];
  const kept = known.find((one) => one.startsWith(lang)) ?? known.find((one) => one === 'other') ?? known[0];
  const others = known.filter((one) => one !== kept);
  if (others.length > 0) lost(others.join(', '));
  return parts
    .filter(({ langs }) => langs === '' || (kept !== undefined && langs.split(',').includes(kept)))
    .map((part) => part.text)
    .join('');
}

/** Keeps the course's language of a text in several languages, and reports the others. */
export function inLanguage(text: string, context: TextContext): string {
  const lost = (languages: string): void => context.lose('language', languages);
  const tagged = text.includes('multilang') ? text.replace(SPAN, '{mlang $1}$2{mlang}') : text;
  return /\{mlang\b/i.test(tagged) ? oneLanguage(tagged, context.lang, lost) : tagged;
}

/** Converts a text to paragraphs. */
export function toMarkdown(text: string, format: TextFormat, context: TextContext): Markdown {
  return markdownOf(htmlOf(inLanguage(text, context), format), context);
}

/** Converts a text to one line. */
export function toLine(text: string, format: TextFormat, context: TextContext): Markdown {
  return lineOf(htmlOf(inLanguage(text, context), format), context);
}
