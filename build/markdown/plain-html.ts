import { VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from './markers.ts';

const PICTURE = /<img\b[^>]*?\balt="([^"]*)"[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A plain text as HTML: it may stand in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The words of a piece of HTML, pictures by theirs. Signs stay escaped: it may stand in an attribute. */
export function withoutTags(html: string): string {
  return html
    .replace(PICTURE, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

/**
 * What a line of the build's HTML says, as plain text: unlike the source's own text it has the typography that learners
 * see, for places that hold no markup (an `<option>`, a sentence said by a screen reader).
 */
export function plainHtml(html: string): string {
  return withoutTags(html)
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(VARIABLE_IN_HTML, VARIABLE_IN_TEXT);
}
