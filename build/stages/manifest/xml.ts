import { XMLBuilder } from 'fast-xml-parser';

/** An element: keys with `@` are attributes, `#text` its text; a list stands for repeated elements. */
export interface XmlElement {
  readonly [key: string]: string | XmlElement | readonly XmlElement[];
}

/**
 * Formats a text for XML, on one line. It escapes as little as possible: Moodle 4.5 mishandles numeric and other named entities in
 * titles. No-break spaces stay; control characters and lone surrogates, which XML 1.0 forbids (§2.2), are removed.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[\t\n\r\u0085\u2028\u2029 ]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/]]>/g, ']]&gt;');
}

/** Writes a document, UTF-8, without byte order mark. Values must already be escaped: see `xmlText`. */
export function writeXml(root: XmlElement): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    indentBy: '  ',
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
    // It would escape quotes and apostrophes as well.
    processEntities: false,
  });
  return builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root });
}
