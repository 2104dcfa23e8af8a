/** First of the private characters that stand for escaped ones, while a text is split. */
const FIRST = 0xf700;
const PRIVATE = /[\uf700-\uf7ff]/g;
const ESCAPE = /\\([~=#{}:\\n])/g;

/** Replaces each escaped character of GIFT by a private one, which has no meaning in it. */
export function protect(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(PRIVATE, ' ')
    .replace(ESCAPE, (_, character: string) => String.fromCharCode(FIRST + (character === 'n' ? 10 : character.charCodeAt(0))));
}

/** Replaces private characters by those that they stand for. */
export function restore(text: string): string {
  return text.replace(PRIVATE, (character) => String.fromCharCode(character.charCodeAt(0) - FIRST));
}
