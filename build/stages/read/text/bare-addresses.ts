import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Environment } from './environment.ts';

/** Markup of an address's text, and of its link in angle brackets: neither gets typography. */
export const ADDRESS = 'address';
/** Markup of the link to an address without brackets. */
export const BARE_LINK = 'bare-address';

const SITE = String.raw`(?:https?:\/\/|www\.[\p{L}\p{N}-]+\.)[^\s<>"«»“”|]+`;
const MAIL = String.raw`(?:mailto:)?[\p{L}\p{N}][\p{L}\p{N}._+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`;
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}/@.:_~+-])(?:${SITE}|${MAIL})`, 'giu');
/** Cheap test: most texts have no address. */
const MAY_BE = /:\/\/|www\.|@/i;

/** Punctuation of the sentence around an address. */
const ENDING = /[?!.,:;*_~'’…-]/;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Cuts off characters of the sentence: a full stop, a bracket opened before the address. */
function trimmed(found: string): string {
  const counts = new Map<string, number>();
  const count = (character: string, by: number): number => counts.set(character, (counts.get(character) ?? 0) + by).get(character) ?? 0;
  for (const character of found) count(character, 1);
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    const open = OPENING[last];
    if (open === undefined ? !ENDING.test(last) : count(last, 0) <= count(open, 0)) break;
    count(last, -1);
  }
  return found.slice(0, end);
}

function addressOf(text: string): string {
  if (/^(?:https?:\/\/|mailto:)/i.test(text)) return text;
  // A site may have an `@` in its path: `www.example.org/@nadia`.
  return /^[^/?#]*@/.test(text) ? `mailto:${text}` : `https://${text}`;
}

/** Splits a text into pieces, with its addresses as links. */
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
    link.markup = BARE_LINK;
    add('text', '', 0, address).markup = ADDRESS;
    add('link_close', 'a', -1, '').markup = BARE_LINK;
    end = index + address.length;
  }
  if (end < text.content.length) add('text', '', 0, text.content.slice(end));
  return pieces;
}

/** Renders bare addresses as text in lines to choose, to place or to match, because pressing them is an answer. */
export function renderAddresses(md: MarkdownIt): void {
  for (const rule of ['link_open', 'link_close']) {
    md.renderer.rules[rule] = (tokens, index, options, env, renderer) => {
      const isPlain = tokens[index]?.markup === BARE_LINK && (env as Partial<Environment>).isPlain === true;
      return isPlain ? '' : renderer.renderToken(tokens, index, options);
    };
  }
}

/** Turns addresses without brackets into links, except in code, in links, and with escaped characters. */
export function linkAddresses(token: Token, state: StateCore): void {
  if (!MAY_BE.test(token.content)) return;
  let links = 0;
  let isShown = false;
  token.children = (token.children ?? []).flatMap((child) => {
    if (child.type === 'link_open') {
      links++;
      // An address in angle brackets gets no typography either.
      if (child.markup === 'autolink') child.markup = ADDRESS;
      isShown = child.markup === ADDRESS;
    }
    if (child.type === 'text' && links > 0 && isShown) child.markup = ADDRESS;
    if (child.type === 'link_close') links--;
    const isBare = child.type === 'text' && links === 0 && MAY_BE.test(child.content);
    return isBare ? withLinks(child, state) : [child];
  });
}
