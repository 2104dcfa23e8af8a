import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type Environment, locate } from './environment.ts';

/** GitHub's names of alerts, each with the kind of callout that shows it. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['NOTE', 'info'],
  ['TIP', 'tip'],
  ['IMPORTANT', 'info'],
  ['WARNING', 'warning'],
  ['CAUTION', 'warning'],
]);

const FIRST_LINE = /^\[!([\p{L}_-]{1,30})\][ \t]*(?:\n|$)?/u;

/** Returns the kind of callout for a quotation; undefined if it is no alert. */
export function alertKind(open: Token | undefined): string | undefined {
  return typeof open?.meta?.alert === 'string' ? open.meta.alert : undefined;
}

function closeOf(tokens: readonly Token[], open: number): Token | undefined {
  const level = tokens[open]?.level;
  for (let index = open + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === 'blockquote_close' && token.level === level) return token;
  }
  return undefined;
}

/** Removes `[!NOTE]` from a quotation's first line. */
function takeName(line: Token, length: number): void {
  const isAlone = line.content.charAt(length - 1) === '\n';
  line.content = line.content.slice(length);
  if (isAlone && line.map) line.map = [line.map[0] + 1, line.map[1]];
}

/** Marks quotations that are alerts, `> [!NOTE]`, and reports those with an unknown name. */
export function markAlerts(state: StateCore): void {
  const env = state.env as unknown as Environment;
  const empty = new Set<Token>();
  state.tokens.forEach((open, index) => {
    const [paragraph, line, end] = state.tokens.slice(index + 1, index + 4);
    const [found, name = ''] = (open.type === 'blockquote_open' && line?.type === 'inline' && FIRST_LINE.exec(line.content)) || [];
    if (found === undefined || !paragraph || !line || !end) return;
    const alert = KINDS.get(name.toUpperCase());
    if (alert === undefined) {
      env.report('unknown-alert', locate(env, `[!${name}]`, ...(line.map ?? [0, 1])), { name: `[!${name}]` });
      return;
    }
    takeName(line, found.length);
    const close = closeOf(state.tokens, index);
    open.meta = { alert };
    if (close) close.meta = { alert };
    if (line.content === '') for (const token of [paragraph, line, end]) empty.add(token);
  });
  if (empty.size > 0) state.tokens = state.tokens.filter((token) => !empty.has(token));
}

/** Shows alerts as callouts, and other quotations as quotations. */
export function renderAlerts(md: MarkdownIt): void {
  for (const [place, rule] of ['blockquote_open', 'blockquote_close'].entries()) {
    md.renderer.rules[rule] = (tokens, index, options, env, renderer) => {
      const kind = alertKind(tokens[index]);
      const frame = kind === undefined ? undefined : (env as unknown as Environment).callout(kind);
      return frame ? `${frame[place]?.trim()}\n` : renderer.renderToken(tokens, index, options);
    };
  }
}
