import type { Env, Token } from 'markdown-it';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Inline, InnerLink, Item, Render } from '../../../model/source.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { plainText } from './finish.ts';
import { parser } from './parser.ts';

/** Makes a renderer of block tokens. */
export function renderBlocks(tokens: readonly Token[], env: Environment): Render {
  return (blank) => {
    return parser.renderer.render(tokens as Token[], parser.options, (blank ? { ...env, blank } : env) as unknown as Env).trim();
  };
}

function renderInline(tokens: readonly Token[], env: Environment, isPlain = true): Render {
  return (blank) => {
    return parser.renderer
      .renderInline(tokens as Token[], parser.options, { ...env, blank, isLine: true, isPlain } as unknown as Env)
      .trim();
  };
}

/** Reads the inline content of a table cell: addresses in it are links. */
export function cellOf(token: Token, env: Environment): Inline {
  return { ...inlineOf(token, env), html: renderInline(token.children ?? [], env, false) };
}

/** Reads one run of inline Markdown from an `inline` token. Addresses in it are text. */
export function inlineOf(token: Token | undefined, env: Environment, at?: Position): Inline {
  const children = token?.children ?? [];
  const from = token?.map?.[0] ?? 0;
  const to = token?.map?.[1] ?? 1;
  const first = children.find((child) => child.type === 'text' && child.content.trim() !== '');
  return {
    text: token ? rawText(token) : '',
    html: renderInline(children, env),
    at: at ?? locate(env, first?.content.slice(0, 12) ?? '', from, to),
  };
}

/** Returns the target of a line that is only one link inside the module. */
export function onlyLink(token: Token | undefined, env: Environment): Item['link'] {
  const children = (token?.children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  const [first, ...inner] = children;
  const link = first?.type === 'link_open' ? (first.meta as InnerLink | null) : null;
  if (!link || inner.findIndex(({ type }) => type === 'link_close') !== inner.length - 1) return undefined;
  return { ...link, html: renderInline(inner.slice(0, -1), env) };
}

/**
 * Returns the author's text without emphasis marks and without typography: keys and the lock use it. Plain runs are the common
 * case and need no further work.
 */
function rawText(token: Token): string {
  const plain = !/[*_`[\]<>\\&:!]/.test(token.content);
  return plain ? token.content.replace(/\s+/g, ' ').trim() : plainText(token.children ?? []);
}

/** Parses one line of inline Markdown that was separated from a heading. */
export function parseInlineText(text: string, env: Environment, at: Position): Inline {
  const tokens = parser.parseInline(text, { ...env, pageLinks: env.pageLinks, only: [at.line - 1, at.line] });
  return inlineOf(tokens[0], env, at);
}
