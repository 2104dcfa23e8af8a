/** First of the private characters that stand for escaped ones, while a text is split. */
const FIRST = 0xf700;
const PRIVATE = /[\uf700-\uf7ff]/g;
const ESCAPE = /\\([~=#{}:\\n])/g;

/** Replaces each escaped character of GIFT by a private one, which has no meaning in it. */
export function protect(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(PRIVATE, ' ')
    .replace(ESCAPE, (_, sign: string) => String.fromCharCode(FIRST + (sign === 'n' ? 10 : sign.charCodeAt(0))));
}

/** Replaces private characters by those that they stand for. */
export function restore(text: string): string {
  return text.replace(PRIVATE, (sign) => String.fromCharCode(sign.charCodeAt(0) - FIRST));
}
