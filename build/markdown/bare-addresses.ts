import type { StateCore, Token } from 'markdown-it';

/** What the link and the text of an address that stands by itself are marked with: neither is set like a sentence. */
export const ADDRESS = 'address';

const SITE = String.raw`(?:https?:\/\/|www\.[\p{L}\p{N}-]+\.)[^\s<>"«»“”|]+`;
const MAIL = String.raw`(?:mailto:)?[\p{L}\p{N}][\p{L}\p{N}._+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`;
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}/@.:_~+-])(?:${SITE}|${MAIL})`, 'giu');
/** A quick look: most texts hold none. */
const MAY_BE = /:\/\/|www\.|@/i;

/** What ends the sentence, not the address. */
const ENDING = /[?!.,:;*_~'’…-]+$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** The address without what belongs to the sentence around it: a full stop, a bracket that was opened before. */
function trimmed(found: string): string {
  const address = found.replace(ENDING, '');
  const last = address.at(-1) ?? '';
  const open = PAIRS[last];
  if (open !== undefined && countOf(address, last) > countOf(address, open)) return trimmed(address.slice(0, -1));
  return address;
}

function addressOf(text: string): string {
  if (/^(?:https?:\/\/|mailto:)/i.test(text)) return text;
  return text.includes('@') ? `mailto:${text}` : `https://${text}`;
}

/** A text in pieces: its addresses as links. */
function withLinks(text: Token, state: StateCore): Token[] {
  const pieces: Token[] = [];
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, content: string): Token => {
    const token = new state.Token(type, tag, nesting);
    token.content = content;
    token.level = text.level;
    pieces.push(token);
    return token;
  };
  let end = 0;
  for (const { 0: found, index } of text.content.matchAll(BARE)) {
    const address = trimmed(found);
    if (index > end) add('text', '', 0, text.content.slice(end, index));
    const link = add('link_open', 'a', 1, '');
    link.attrs = [['href', state.md.normalizeLink(addressOf(address))]];
    link.markup = ADDRESS;
    add('text', '', 0, address).markup = ADDRESS;
    add('link_close', 'a', -1, '').markup = ADDRESS;
    end = index + address.length;
  }
  if (end < text.content.length) add('text', '', 0, text.content.slice(end));
  return pieces;
}

/**
 * Makes links of the addresses that stand in a text without brackets. In code, and where a mark stands before a sign of them, they
 * are text.
 */
export function linkAddresses(token: Token, state: StateCore): void {
  if (!MAY_BE.test(token.content)) return;
  let links = 0;
  let isShown = false;
  token.children = (token.children ?? []).flatMap((child) => {
    if (child.type === 'link_open') {
      links++;
      // One in angle brackets is shown as it is, too.
      if (child.markup === 'autolink') child.markup = ADDRESS;
      isShown = child.markup === ADDRESS;
    }
    if (child.type === 'text' && links > 0 && isShown) child.markup = ADDRESS;
    if (child.type === 'link_close') links--;
    const isBare = child.type === 'text' && links === 0 && MAY_BE.test(child.content);
    return isBare ? withLinks(child, state) : [child];
  });
}
