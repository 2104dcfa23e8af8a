/** Longest heading that is read at one glance, in characters. */
const LONGEST = 90;
/** What ends within that length; a no-break space belongs to the sign behind it. */
const SENTENCES = /^(.{20,88}[.!?…](?:\u00a0?[»”])?) (.+)$/s;
const OPEN_QUOTE = /«[^»]*$/;

/** A text cut behind the word that passes a length, without the sign behind it where that doesn't end a question. @param length 1 or more, in characters */
export function cutAt(text: string, length: number): string {
  return text.replace(new RegExp(`^(.{${length}}[^ \\n]*?)[\\s.,;:]*[ \\n].+`, 's'), '$1…').replace(/([?!])…$/, '$1');
}

/** A question as a heading and what is to be read below it: nothing, the sentences that follow, or all of it where one alone is too long. */
export function nameAndRest(text: string): readonly [string, string] {
  if (text.length <= LONGEST) return [text, ''];
  const [, name = '', rest = ''] = SENTENCES.exec(text) ?? [];
  if (name && !OPEN_QUOTE.test(name)) return [name, rest];
  const cut = cutAt(text, LONGEST - 10);
  return [cut, cut === text ? '' : text];
}
