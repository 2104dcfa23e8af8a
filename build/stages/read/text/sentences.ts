import type { StateCore, Token } from 'markdown-it';
import { linkAddresses } from './bare-addresses.ts';
import type { Environment } from './environment.ts';
import { checkReferences } from './footnotes.ts';
import { checkForeignInline } from './foreign-inline.ts';
import { checkBrokenLinks } from './near-misses.ts';

/**
 * Core rule between the inline parser and the joining of texts, where escaped characters are still separate tokens.
 * Reports links and other syntax that were left as text, and turns addresses into links.
 */
export function sentences(state: StateCore): void {
  const env = state.env as unknown as Environment;
  let row: Token['map'] = null;
  for (const [index, token] of state.tokens.entries()) {
    // Cells have no line number; their row has one.
    if (token.type === 'tr_open') row = token.map;
    if (token.type !== 'inline') continue;
    const [from, to] = env.only ?? token.map ?? row ?? [0, env.lines.length];
    for (const { type, content } of token.children ?? []) {
      if (type !== 'text') continue;
      checkBrokenLinks(content, from, to, env);
      checkReferences(content, from, to, env);
    }
    // Titles are shown in buttons: an address in them is text.
    if (!env.only && state.tokens[index - 1]?.type !== 'heading_open') linkAddresses(token, state);
    checkForeignInline(token, from, to, env);
  }
}
