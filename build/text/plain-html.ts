import { VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../model/markers.ts';

const PICTURE = /<img\b[^>]*?\balt="([^"]*)"[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes plain text for HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Turns the entities of {@link escapeHtml} back into characters. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Returns the text of some HTML, with the alternative text of pictures. It stays escaped, fit for an attribute. */
export function withoutTags(html: string): string {
  return html
    .replace(PICTURE, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

/**
 * Converts a line of the build's HTML to plain text. Unlike the source's text it has the typography that learners see; it is used
 * where no markup is possible (an `<option>`, a screen reader's sentence).
 */
export function plainHtml(html: string): string {
  return unescapeHtml(withoutTags(html)).replaceAll(VARIABLE_IN_HTML, VARIABLE_IN_TEXT);
}
