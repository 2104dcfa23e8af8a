/** Longest heading that can be read at a glance, in characters. */
const LONGEST = 90;
/** Matches the sentences that end within that length; a no-break space belongs to the next character. */
const SENTENCES = /^(.{20,88}[.!?…](?:\u00a0?[»”])?) (.+)$/s;
const OPEN_QUOTE = /«[^»]*$/;

/** Cuts a text after the word that passes a length, and removes punctuation there unless it ends a question. @param length 1 or more */
export function cutAt(text: string, length: number): string {
  return text.replace(new RegExp(`^(.{${length}}[^ \\n]*?)[\\s.,;:]*[ \\n].+`, 's'), '$1…').replace(/([?!])…$/, '$1');
}

/** Splits a question into a heading and the text below: '', the other sentences, or all of it if its first one is too long. */
export function nameAndRest(text: string): readonly [string, string] {
  if (text.length <= LONGEST) return [text, ''];
  const [, name = '', rest = ''] = SENTENCES.exec(text) ?? [];
  if (name && !OPEN_QUOTE.test(name)) return [name, rest];
  const cut = cutAt(text, LONGEST - 10);
  return [cut, cut === text ? '' : text];
}
