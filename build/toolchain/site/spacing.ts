import type { StateCore, Token } from 'markdown-it';
import { spacing, typography } from '../../text/typography.ts';

/** Stands for a piece of code in a line, so that the mark after it finds a word. */
const CODE = 'x';

/** Sets apostrophes; spaces follow for the line as a whole. Dots stay, because a line must keep its length. */
function apostrophes(text: string, language: string): string {
  const set = typography(text, language);
  return set.length === text.length ? set : text;
}

/** Sets the typography of a line, whose words may be in several pieces. */
function setLine(pieces: readonly Token[], language: string): void {
  const texts = pieces.map(({ type, content }) => (type === 'text' ? apostrophes(content, language) : type === 'code_inline' ? CODE : ''));
  const line = spacing(texts.join(''), language);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const piece = pieces[index];
    if (piece?.type === 'text') piece.content = line.slice(at, at + text.length);
    at += text.length;
  }
}

/** Sets no-break spaces and apostrophes of a language in all texts, but not in code. */
export function setSpacing({ tokens, env }: StateCore): void {
  const { language } = env as { language: string };
  for (const { type, children } of tokens) if (type === 'inline' && children) setLine(children, language);
}
