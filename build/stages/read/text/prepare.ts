import type { StateBlock, StateCore, Token } from 'markdown-it';
import { CHECKBOX } from './answer-marks.ts';
import { depthChange, readDirectiveLine } from './directive-line.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { checkForeignLines, checkRuleBelow } from './foreign-lines.ts';
import { checkLineStarts } from './near-misses.ts';

/** `{…}` at the end of a heading or an item; `{{…}}` is a variable, and a backslash before a brace makes it text. */
const SUFFIX = /(^|[^{\\])\{([^{}]*)\}\s*$/;

/** Parts that `prepare` separates from a heading's or item's first line. */
export interface LineMeta {
  readonly attributes?: string;
  readonly second?: string;
  readonly checked?: boolean;
}

/** Block rule: a line that begins with `::` is one token; `tree.ts` makes the tree. Code fences come first and are not read. */
export function directiveLineRule(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!state.src.startsWith('::', start)) return false;
  if (silent) return true;
  const token = state.push('directive_line', '', 0);
  token.content = state.src.slice(start, state.eMarks[line]).trimEnd();
  token.map = [line, line + 1];
  token.hidden = true;
  state.line = line + 1;
  return true;
}

/** The same with a missing `}`; braces in code don't count. */
const UNCLOSED = /(^|[^{\\])\{([#A-Za-z][^{}`\n]*)$/;

function takeSuffix(token: Token, env: Environment): string | undefined {
  const found = SUFFIX.exec(token.content) ?? UNCLOSED.exec(token.content);
  if (!found) return undefined;
  if (!found[0].trimEnd().endsWith('}')) env.report('unclosed-brace', locate(env, `{${found[2]}`, ...(token.map ?? [0, 1])));
  token.content = token.content.slice(0, found.index + (found[1]?.length ?? 0)).trimEnd();
  return found[2] ?? '';
}

function prepareHeading(token: Token, level: number, inside: boolean, env: Environment): LineMeta {
  const attributes = takeSuffix(token, env);
  if (!inside || level !== 2) return attributes === undefined ? {} : { attributes };
  const bar = token.content.indexOf(' | ');
  const second = bar < 0 ? undefined : token.content.slice(bar + 3).trim();
  if (bar >= 0) token.content = token.content.slice(0, bar).trimEnd();
  return { ...(attributes !== undefined && { attributes }), ...(second !== undefined && { second }) };
}

function prepareItem(token: Token, inside: boolean, env: Environment): LineMeta {
  const attributes = inside ? takeSuffix(token, env) : undefined;
  const box = CHECKBOX.exec(token.content);
  if (box) token.content = token.content.slice(box[0].length);
  return { ...(attributes !== undefined && { attributes }), ...(box && { checked: box[1] !== ' ' }) };
}

/** Returns the change of depth by a directive's line. */
function changeAt(token: Token): number {
  return token.meta?.opens === true ? 1 : depthChange(token.content);
}

/** Marks `::name` lines that a later `:::` was meant to close: they should have three colons. */
function markBodies(tokens: readonly Token[]): void {
  let depth = 0;
  let before: { readonly token: Token; readonly index: number } | undefined;
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open' && token.tag === 'h1') before = undefined;
    if (token.type !== 'directive_line' || token.level > 0) return;
    const { kind, isRight, name } = readDirectiveLine(token.content);
    if (depth === 0 && kind === 'closes') {
      if (before && index > before.index + 1) before.token.meta = { opens: true };
      before = undefined;
    }
    if (depth === 0 && kind === 'alone') before = isRight && name !== 'include' ? { token, index } : undefined;
    // `:::after` and `:::band` are only inside an activity.
    if (depth === 0 && kind === 'opens' && name !== 'after' && name !== 'band') before = undefined;
    depth = Math.max(0, depth + changeAt(token));
  });
}

/** Core rule before the inline parser: separates `{…}`, ` | ` and `[x]` from headings and items. */
export function prepare(state: StateCore): void {
  const env = state.env as unknown as Environment;
  let depth = 0;
  let quotes = 0;
  markBodies(state.tokens);
  state.tokens.forEach((token, index) => {
    if (token.type === 'blockquote_open') quotes++;
    if (token.type === 'blockquote_close') quotes--;
    if (token.type === 'directive_line' && token.level === 0) depth = Math.max(0, depth + changeAt(token));
    const before = state.tokens[index - 1];
    const line = token.map?.[0] ?? 0;
    // There is no empty line between the paragraph and the rule.
    if (token.type === 'hr' && before?.type === 'paragraph_close' && state.tokens[index - 2]?.map?.[1] === line) {
      checkRuleBelow(state.tokens[index - 2]?.content ?? '', line, env);
    }
    if (token.type !== 'inline') return;
    if (before?.type === 'paragraph_open') {
      checkLineStarts(token.content, line, env);
      checkForeignLines(token.content, line, env);
    }
    // Quotations are plain text.
    if (quotes > 0) return;
    if (before?.type === 'heading_open') token.meta = { ...prepareHeading(token, Number(before.tag.slice(1)), depth > 0, env) };
    else if (before?.type === 'paragraph_open' && state.tokens[index - 2]?.type === 'list_item_open') {
      token.meta = { ...prepareItem(token, depth > 0, env) };
    }
  });
}
