import { forbiddenCharacter } from '../../files/forbidden-characters.ts';

/** Characters that may be forbidden in sources: controls, directions, private use, none at all. */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** Removes characters that a source may not contain, and halves of surrogate pairs. */
export function withoutForbidden(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(SUSPECT, (character) => (forbiddenCharacter(character) === null ? character : ' '))
    .replace(/\p{Cs}/gu, '');
}

/** The rest may be in the next element. */
const ENTITY = /&(?=#?\w+;|$)/g;
/** Emoji and directives inside a sentence: `:smile:`, `:term[…]`. */
const NAMED = /:(?=[a-z+-][\w+-]*(?::|\[))/gi;
/** Text that would be reported as an unknown directive, however it is escaped: a space keeps it text. */
const DIRECTIVE = /(:\p{L}[\p{L}-]* ?\[[^\]\n]{1,500}\])(?=\{)/gu;
const EDGE_UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Escapes plain text for a sentence, so that no character of it has a meaning in Cartable's Markdown. */
export function escapeText(text: string): string {
  return text
    .replace(DIRECTIVE, '$1 ')
    .replace(/[\\*`[\]~^]/g, '\\$&')
    .replace(EDGE_UNDERSCORE, '\\_')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\{/g, '\\{')
    .replace(/<(?=[a-z/!?]|$)/gi, '\\<')
    .replace(ENTITY, '&amp;')
    .replace(NAMED, '\\:')
    .replace(/==/g, '\\=\\=')
    .replace(/\$(?=\S|$)/g, '\\$');
}

/** Markers of blocks at the start of a line. */
const STARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?=[#>+|]|-(?=[\s\p{L}-]|$)|:|=)/u, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
];

/** Escapes the start of a line that Markdown would read as the beginning of a block. */
export function escapeStart(line: string): string {
  const plain = line.replace(/^[ \t]+/, '').replace(/^[•▪◦‣][ \t\u00a0]*/, '· ');
  return STARTS.reduce((text, [pattern, escaped]) => text.replace(pattern, escaped), plain);
}

/** Escapes a cell of a table. */
export function escapeCell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}

/** Formats a value of an attribute: `"a \"b\""`. Braces would end the attributes; a backslash at the end would escape the quote. */
export function quotedValue(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\{/g, '(')
    .replace(/\}/g, ')')
    .replace(/[\\\s]+$/, '');
  return `"${plain.replace(/"/g, '\\"')}"`;
}
