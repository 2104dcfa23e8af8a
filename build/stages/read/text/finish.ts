import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import { OWN_DISK } from '../../../files/folder.ts';
import { markVariables, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML } from '../../../model/markers.ts';
import { spacing, typography } from '../../../text/typography.ts';
import { ADDRESS, BARE_LINK } from './bare-addresses.ts';
import type { Environment } from './environment.ts';
import { isMarked, locate, locateNext } from './environment.ts';
import { checkInlineNames, renderInlineDirective } from './inline-rules.ts';
import { checkStars } from './near-misses.ts';

const COMMENT = /^<!--[\s\S]*?-->\s*$/;
/** Placeholder of a picture in its line. */
const IN_LINE = '\ufffc';
const VARIABLE = /\{\{([^{}]*)\}\}/g;
/** Possibly a variable, with a missing brace on one side or both. */
const LESS_A_BRACE = /(?<!\{)\{(?!\{[^{}]*\}\})\{? *([a-z][a-z0-9-]*) *\}{1,2}(?!\})/g;

/** An id or `only=` in a text where it has no effect. */
const UNREAD = /(?<!\{)\{(?:#[a-z][a-z0-9-]*|only *=[^{}]*)\}(?!\})/g;

/** Notes the variables of a text, and reports other uses of braces; a backslash before one makes it text. */
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

/** Decodes an address as its author wrote it; one that can't be decoded stays unchanged, and names no file. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Finds the position of an address; the parser has replaced letters by escapes such as `%C3%A9`. */
function placeOf(env: Environment, address: string, from: number, to: number): Position {
  const isWritten = !address.includes('%') || env.lines.slice(from, to).some((line) => line.includes(address));
  return locate(env, isWritten ? address : decoded(address), from, to);
}

/** Converts the address of a link or picture for the HTML. Refused addresses are reported. */
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

/** Files of phones, scanners and offices that browsers don't show as pictures; unknown extensions may still be pictures. */
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

/** Returns a token's text for its line, or a placeholder that a no-break space can join. */
function inLine({ type, content }: Token): string {
  if (type === 'text' || type === 'inline_directive' || type === 'code_inline' || type === 'blank') return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'image' ? IN_LINE : '';
}

/** Sets no-break spaces across token borders: `**Consigne** :`, `« *ici* »`, `n° **12**`. */
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

/** Levels of lists and quotations; markdown-it stops at 100 levels, and silently drops the rest. */
const DEEPEST = 20;

/** Reports blocks nested so deeply that the parser would drop them. */
function checkDepth(env: Environment, tokens: readonly Token[]): void {
  // A list item is two levels, a quotation one, and so is the text of a paragraph.
  const deep = tokens.find((token) => token.level > 2 * DEEPEST + 1 && token.map);
  if (deep?.map) env.report('text-too-deep', locate(env, '', deep.map[0], deep.map[1]), { limit: DEEPEST });
}

/**
 * Core rule after the inline parser: variables become markers, texts get their typography, addresses are checked, HTML is refused.
 * The parser runs with `html: true` only to find HTML and report its position: without it, tags would be shown to learners as text.
 */
export function finish(md: MarkdownIt): (state: StateCore) => void {
  return (state) => {
    const env = state.env as unknown as Environment;
    let row: Token['map'] = null;
    checkDepth(env, state.tokens);
    for (const token of state.tokens) {
      // Cells have no line number; their row has one.
      if (token.type === 'tr_open') row = token.map;
      // Most tokens only open or close an element.
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

/** Returns the plain text of inline tokens as the author wrote it, with variables as `{{name}}`. */
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
