import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Position } from '../diagnostics.ts';
import { OWN_DISK } from '../disk.ts';
import { ADDRESS, BARE_LINK } from './bare-addresses.ts';
import type { Environment } from './environment.ts';
import { isMarked, locate, locateNext } from './environment.ts';
import { checkInlineNames, renderInlineDirective } from './inline-rules.ts';
import { markVariables, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML } from './markers.ts';
import { checkStars } from './near-misses.ts';
import { spacing, typography } from './typography.ts';

const COMMENT = /^<!--[\s\S]*?-->\s*$/;
/** Stands for a picture in its line. */
const IN_LINE = '\ufffc';
const VARIABLE = /\{\{([^{}]*)\}\}/g;
/** A variable's name, if it is one, with a brace too few on one side or on both. */
const LESS_A_BRACE = /(?<!\{)\{(?!\{[^{}]*\}\})\{? *([a-z][a-z0-9-]*) *\}{1,2}(?!\})/g;

/** An id, or words for some cohorts, in a text that nothing reads for them. */
const UNREAD = /(?<!\{)\{(?:#[a-z][a-z0-9-]*|only *=[^{}]*)\}(?!\})/g;

/** Notes the variables of a text, and reports what else stands in braces; a mark before one makes it text. */
function checkBraces(env: Environment, text: string, from: number, to: number): void {
  noteVariables(env, text, from, to);
  for (const [whole] of text.includes('{') ? text.matchAll(UNREAD) : []) {
    const at = locateNext(env, whole, from, to);
    if (!isMarked(env, at)) env.report('unread-braces', at, { text: whole });
  }
}

function noteVariables(env: Environment, text: string, from: number, to: number): void {
  if (!text.includes('{')) return;
  for (const found of text.matchAll(VARIABLE)) {
    env.variables.push({ name: (found[1] ?? '').trim(), at: locateNext(env, found[0], from, to) });
  }
  for (const [whole, name = ''] of text.matchAll(LESS_A_BRACE)) {
    const at = locateNext(env, whole, from, to);
    if (!isMarked(env, at)) env.variables.push({ name, at, less: true });
  }
}

/** An address as its author wrote it; one that can't be decoded stays as it is, and names no file. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Where an address stands: the parser has put signs like `%C3%A9` in place of letters. */
function placeOf(env: Environment, address: string, from: number, to: number): Position {
  const isWritten = !address.includes('%') || env.lines.slice(from, to).some((line) => line.includes(address));
  return locate(env, isWritten ? address : decoded(address), from, to);
}

/** What a link or picture may name, as it stands in the HTML. Refused addresses are reported. */
export function safeAddress(env: Environment, raw: string, from: number, to: number): string {
  const address = raw.replace(/%7B%7B/gi, '{{').replace(/%7D%7D/gi, '}}');
  noteVariables(env, address, from, to);
  const at = placeOf(env, address, from, to);
  if (address.startsWith('{{')) return markVariables(address, VARIABLE_IN_ADDRESS);
  if (address.startsWith('#')) {
    env.pageLinks.push({ page: address.slice(1), at });
    return `#p-${address.slice(1)}`;
  }
  if (/^(https?|mailto|tel):/i.test(address)) return markVariables(address, VARIABLE_IN_ADDRESS);
  if ((!OWN_DISK.test(address) && /^[a-z][a-z0-9+.-]*:/i.test(address)) || address.startsWith('//')) {
    env.report('refused-address', at, { address });
    return '#';
  }
  return env.asset(decoded(address), at);
}

/** What phones, scanners and offices make, and browsers show as nothing; one that is not known may be a picture yet. */
const NO_PICTURE = /\.(?:heic|heif|tiff?|dng|psd|pdf|docx?|odt|pptx?|odp|mp4|m4v|mov|webm)$/i;

function finishLink(env: Environment, token: Token, attribute: 'href' | 'src', from: number, to: number): void {
  const raw = String(token.attrGet(attribute) ?? '');
  const address = safeAddress(env, raw, from, to);
  token.attrSet(attribute, address);
  if (address.startsWith('#p-')) token.meta = { ...env.pageLinks.at(-1) };
  if (attribute === 'src') {
    if (/^https?:/i.test(raw)) env.report('remote-picture', placeOf(env, raw, from, to), { address: raw });
    if (token.content.trim() === '') env.report('missing-alt', placeOf(env, raw, from, to), { file: decoded(raw) });
    if (NO_PICTURE.test(raw)) env.report('picture-of-no-browser', placeOf(env, raw, from, to), { file: decoded(raw) });
    const size = env.pictureSize(decoded(raw));
    if (size) {
      token.attrSet('width', size.width);
      token.attrSet('height', size.height);
    }
    token.attrSet('loading', 'lazy');
  } else if (!address.startsWith('#')) {
    token.attrSet('target', '_blank');
    token.attrSet('rel', 'noopener');
    // Paper shows an address once.
    if (token.markup === ADDRESS || token.markup === BARE_LINK) token.attrSet('class', 'c-address');
  }
}

function finishChild(md: MarkdownIt, env: Environment, token: Token, from: number, to: number): void {
  switch (token.type) {
    case 'text':
      if (token.markup === ADDRESS) {
        noteVariables(env, token.content, from, to);
        token.meta = { raw: token.content };
        token.content = markVariables(token.content, VARIABLE_IN_HTML);
        break;
      }
      checkInlineNames(token.content, from, to, env);
      checkBraces(env, token.content, from, to);
      token.meta = { raw: token.content };
      token.content = typography(markVariables(token.content, VARIABLE_IN_HTML), env.lang);
      break;
    case 'link_open':
      finishLink(env, token, 'href', from, to);
      break;
    case 'image':
      finishLink(env, token, 'src', from, to);
      for (const child of token.children ?? []) if (child.type === 'text') finishChild(md, env, child, from, to);
      break;
    case 'html_inline':
      if (!COMMENT.test(token.content))
        env.report('raw-html', locateNext(env, token.content, from, to), { html: token.content.slice(0, 40) });
      token.content = '';
      break;
    case 'inline_directive': {
      const meta = token.meta as { attributes: string; source: string };
      noteVariables(env, meta.source, from, to);
      token.markup = renderInlineDirective(md, env, token.info, token.content, meta, from, to);
      break;
    }
    default:
  }
}

/** What a token puts into its line: of one that is no text, something that a space may be bound to. */
function inLine({ type, content }: Token): string {
  if (type === 'text' || type === 'inline_directive' || type === 'code_inline' || type === 'blank') return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'image' ? IN_LINE : '';
}

/** Binds the signs at the edges of texts to what stands beyond: `**Consigne** :`, `« *ici* »`, `n° **12**`. */
function bindEdges(tokens: readonly Token[], lang: string): void {
  if (!tokens.some(({ type, content }) => type === 'text' && (content.startsWith(' ') || content.endsWith(' ')))) return;
  const line = spacing(tokens.map(inLine).join(''), lang);
  let at = 0;
  for (const token of tokens) {
    const { length } = inLine(token);
    if (token.type === 'text') token.content = line.slice(at, at + length);
    at += length;
  }
}

/** Levels of lists and quotations; markdown-it itself stops at 100 of its own, and loses what follows without a word. */
const DEEPEST = 20;

/** Reports what is nested so deep that the parser would lose it. */
function checkDepth(env: Environment, tokens: readonly Token[]): void {
  // A list item is two levels, a quotation one.
  const deep = tokens.find((token) => token.level > 2 * DEEPEST && token.map);
  if (deep?.map) env.report('text-too-deep', locate(env, '', deep.map[0], deep.map[1]), { limit: DEEPEST });
}

/** Core rule after the inline parser: variables become markers, texts get their typography, addresses are checked, HTML is refused. */
export function finish(md: MarkdownIt): (state: StateCore) => void {
  return (state) => {
    const env = state.env as unknown as Environment;
    let row: Token['map'] = null;
    checkDepth(env, state.tokens);
    for (const token of state.tokens) {
      // Cells do not know their line, but their row does.
      if (token.type === 'tr_open') row = token.map;
      // Most tokens only open or close something.
      if (!token.children && !token.meta && token.type !== 'html_block') continue;
      const lines = env.only ?? token.map ?? row;
      const from = lines?.[0] ?? 0;
      const to = lines?.[1] ?? env.lines.length;
      if (token.type === 'html_block') {
        if (!COMMENT.test(token.content))
          env.report('raw-html', locate(env, token.content.trim().split('\n')[0] ?? '', from, to), {
            html: token.content.trim().slice(0, 40),
          });
        token.content = '';
      }
      if (token.meta && typeof token.meta.second === 'string') noteVariables(env, token.meta.second, from, to);
      checkStars(token.children ?? [], from, to, env);
      token.children?.forEach((child) => {
        finishChild(md, env, child, from, to);
      });
      if (token.children && token.children.length > 1) bindEdges(token.children, env.lang);
    }
  };
}

/** Plain text of inline tokens as the author wrote it: variables stand as `{{name}}`. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'blank') return '…';
      if (token.type === 'text') return String(token.meta?.raw ?? token.content);
      return token.type === 'code_inline' || token.type === 'inline_directive' || token.type === 'image' ? token.content : '';
    })
    .join('')
    .trim();
}
