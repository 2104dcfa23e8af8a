import { escapeText } from './escape.ts';
import { ALT, type TextContext } from './loss.ts';
import { type HtmlNode, textOf } from './parse.ts';

const STRONG = new Set(['b', 'strong', 'th']);
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var', 'u']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const DROPPED: Readonly<Record<string, 'script' | 'form' | 'media'>> = {
  script: 'script',
  style: 'script',
  link: 'script',
  meta: 'script',
  base: 'script',
  input: 'form',
  select: 'form',
  button: 'form',
  textarea: 'form',
};
const MEDIA = new Set(['audio', 'video', 'iframe', 'embed', 'object', 'source', 'track', 'canvas', 'svg']);

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789+-=()n'].map((character, index) => [character, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[index] ?? ''])),
  e: 'ᵉ',
  r: 'ʳ',
};
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((character, index) => [character, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[index] ?? '']),
);

/** Formulas of MathJax and of filters: `\( … \)`, `\[ … \]`, `$$ … $$`. */
const FORMULA = /\\\([\s\S]{0,500}?\\\)|\\\[[\s\S]{0,500}?\\\]|\$\$[^$]{1,500}\$\$/;

/** Sets raised or lowered characters in Unicode; text without such characters stays, and is reported. */
function shifted(text: string, table: Readonly<Record<string, string>>, context: TextContext): string {
  const characters = [...text.trim()];
  if (characters.every((character) => character in table)) return characters.map((character) => table[character]).join('');
  context.lose('small', text);
  return escapeText(text);
}

/** The same mark inside the text: within each other, they would end each other. */
const INNER: Readonly<Record<string, RegExp>> = { '**': /(?<!\\)\*\*/, '*': /(?<![\\*])\*(?!\*)/ };

/** Wraps a text in a mark of Markdown; spaces stay outside. Where Markdown wouldn't read the mark, there is none. */
function marked(inner: string, mark: string, before: string): string {
  const core = inner.trim();
  const lead = inner.slice(0, inner.length - inner.trimStart().length);
  const trail = inner.slice(lead.length + core.length);
  const touches = lead === '' && /[^\s\p{P}\p{S}]$|[*_]$/u.test(before);
  const isClear =
    core !== '' && !/^[*_]|[*_]$|\n/.test(core) && !(touches && /^[^\p{L}\p{N}]/u.test(core)) && /[\p{L}\p{N}.!?…]$/u.test(core);
  if (INNER[mark]?.test(core)) return inner;
  return isClear && !/[*_]$/.test(before + lead) ? `${lead}${mark}${core}${mark}${trail}` : inner;
}

/** Address in Markdown: spaces and brackets as escapes. */
function address(href: string): string {
  return href.replace(/[\s()<>\\"{}`[\]^|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function link(node: HtmlNode, before: string, context: TextContext): string {
  const href = (node.attributes.href ?? '').trim();
  const own = address(href);
  const inner = inline(node.children, context, before).trim();
  if (href === '' || inner === '') return inner;
  if (/^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i.test(own) && !inner.includes('](')) return `[${inner}](${own})`;
  if (!/^#/.test(href)) context.lose('link', href.slice(0, 80));
  return inner;
}

function picture({ attributes }: HtmlNode, context: TextContext): string {
  const path = context.picture(attributes.src ?? '');
  const alt = (attributes.alt ?? '').replace(/\s+/g, ' ').trim();
  if (path === undefined) return escapeText(alt);
  // A file's name describes nothing.
  const isName = alt === '' || /^[\w .()-]+\.(?:png|jpe?g|gif|webp|svg|bmp)$/i.test(alt);
  if (isName) context.lose('alt', path);
  return `![${isName ? ALT[context.lang] : escapeText(alt)}](${path})`;
}

function medium(node: HtmlNode, context: TextContext): string {
  const own = node.attributes.src ?? node.attributes.data ?? node.children.find(({ tag }) => tag === 'source')?.attributes.src ?? '';
  context.lose('media', own.slice(0, 80) || node.tag);
  return /^https?:\/\/\S+$/i.test(own) ? `[${escapeText(own)}](${address(own)})` : '';
}

function code(node: HtmlNode): string {
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}

function plain(text: string, context: TextContext): string {
  if (FORMULA.test(text)) context.lose('formula', FORMULA.exec(text)?.[0].slice(0, 60));
  return escapeText(text.replace(/[ \t\n\r\f]+/g, ' '));
}

function inlineOne(node: HtmlNode, before: string, context: TextContext): string {
  const { tag, children } = node;
  if (tag === '#text') return plain(node.text, context);
  if (tag === 'br') return '\n';
  if (tag === 'img') return picture(node, context);
  if (tag === 'a') return link(node, before, context);
  if (tag === 'sup' || tag === 'sub') return shifted(textOf(node), tag === 'sup' ? RAISED : LOWERED, context);
  if (CODE.has(tag)) return code(node);
  if (tag in DROPPED) context.lose(DROPPED[tag] as 'script', tag);
  if (tag in DROPPED) return '';
  if (tag === 'math') context.lose('formula', textOf(node).trim().slice(0, 60));
  if (MEDIA.has(tag)) return medium(node, context);
  const inner = inline(children, context, before);
  if (STRONG.has(tag)) return marked(inner, '**', before);
  if (EMPHASIS.has(tag)) return marked(inner, '*', before);
  return inner;
}

/** Converts inline nodes. `before` is the text before them in the same line. A line end stands for a hard break. */
export function inline(nodes: readonly HtmlNode[], context: TextContext, before = ''): string {
  return nodes.reduce((text, node) => text + inlineOne(node, before + text, context), '');
}
