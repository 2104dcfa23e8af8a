import createMarkdownIt from 'markdown-it';

const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

const { utils } = createMarkdownIt();

/** Decodes HTML's entities, named and numeric. Unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, (entity) => utils.unescapeAll(entity)) : text;
}
