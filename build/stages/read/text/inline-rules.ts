import type { MarkdownIt, StateInline } from 'markdown-it';
import { markVariables, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../../model/markers.ts';
import type { Attribute } from '../../../model/source.ts';
import { typography } from '../../../text/typography.ts';
import { readAttributes } from './attributes.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';

const BLANK = /\[\[((?:(?!\[\[|\]\])[^\n])+)\]\]/y;
/** A brace of a variable does not end the attributes. */
const INLINE_DIRECTIVE = /:(term|lang)\[([^\]\n]{1,500})\](?:\{((?:[^{}\n]|\{\{[^{}\n]{0,100}\}\}|\{){0,2000})\})?/y;

/** Surely meant as one of these: prose has no word, brackets and braces without a space between them. */
const NO_DIRECTIVE = /:\p{L}[\p{L}-]* ?\[[^\]\n]{1,500}\]\{[^}\n]*\}?/gu;

/** Reports inline directives with unknown names. `from` and `to` are 0-based lines. */
export function checkInlineNames(text: string, from: number, to: number, env: Environment): void {
  if (!text.includes(']{')) return;
  for (const [found] of text.matchAll(NO_DIRECTIVE)) {
    const name = found.slice(0, found.indexOf('['));
    env.report('unknown-inline', locate(env, name, from, to), { text: name });
  }
}

/** Characters that end plain text in markdown-it. */
const STOP = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;

/** `[[answer / other answer]]`: its content is a key, without typography or emphasis; `&amp;` is a character. */
function blankRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '[') return false;
  BLANK.lastIndex = state.pos;
  const found = BLANK.exec(state.src);
  if (!found) return false;
  if (!silent) state.push('blank', '', 0).content = state.md.utils.unescapeAll(found[1] ?? '').trim();
  state.pos = BLANK.lastIndex;
  return true;
}

/** `:term[word]{def="…"}` and `:lang[word]{en}`; every other colon is text. */
function directiveRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== ':') return false;
  INLINE_DIRECTIVE.lastIndex = state.pos;
  const found = INLINE_DIRECTIVE.exec(state.src);
  if (!found) return false;
  if (!silent) {
    const token = state.push('inline_directive', '', 0);
    token.info = found[1] ?? '';
    token.content = found[2] ?? '';
    token.meta = { attributes: found[3] ?? '', source: found[0] };
  }
  state.pos = INLINE_DIRECTIVE.lastIndex;
  return true;
}

/** Reports a definition of several words without quotes: only its first would be shown. */
function reportLoose(entries: readonly Attribute[], definition: Attribute['value'] | undefined, env: Environment): void {
  const loose = entries.filter(({ key, value }) => key !== 'def' && value === true);
  const [first] = loose;
  if (typeof definition !== 'string' || !first) return;
  const fit = `def="${[definition, ...loose.map(({ key }) => key)].join(' ')}"`;
  env.report('words-without-quotes', first.at, { key: 'def', fit });
}

/** Renders `:term` and `:lang`, and reports missing attributes. `from` and `to` are 0-based lines. */
export function renderInlineDirective(
  md: MarkdownIt,
  env: Environment,
  kind: string,
  content: string,
  meta: { attributes: string; source: string },
  from: number,
  to: number,
): string {
  const at = locate(env, meta.source, from, to);
  const attributes = readAttributes(meta.attributes, { ...at, column: at.column + meta.source.indexOf('{') + 1 }, env.report);
  const asHtml = (text: string): string => markVariables(md.utils.escapeHtml(text), VARIABLE_IN_HTML);
  if (kind === 'lang') {
    const code = attributes.entries[0]?.key;
    if (!code || !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(code)) env.report('lang-without-code', at);
    return `<span lang="${asHtml(code ?? '')}">${asHtml(content)}</span>`;
  }
  const definition = attributes.entries.find((entry) => entry.key === 'def')?.value;
  reportLoose(attributes.entries, definition, env);
  if (typeof definition !== 'string' || definition === '') env.report('term-without-definition', at, { term: content });
  // Variables were marked for plain text, but this is HTML.
  const def = asHtml(typography(typeof definition === 'string' ? definition : '', env.lang)).replaceAll(VARIABLE_IN_TEXT, VARIABLE_IN_HTML);
  return `<dfn class="c-term" data-def="${def}">${asHtml(typography(content, env.lang))}</dfn>`;
}

/**
 * Reads plain text up to a character that may start another rule. It replaces markdown-it's loop by a pattern, which is faster until
 * the loop is compiled.
 */
function textRule(state: StateInline, silent: boolean): boolean {
  STOP.lastIndex = state.pos;
  const end = STOP.test(state.src) ? Math.min(STOP.lastIndex - 1, state.posMax) : state.posMax;
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** Adds the inline forms of the text format to a parser. */
export function addInlineRules(md: MarkdownIt): void {
  md.inline.ruler.at('text', textRule);
  md.inline.ruler.before('link', 'blank', blankRule);
  md.inline.ruler.push('inline_directive', directiveRule);
  md.renderer.rules.blank = (tokens, index, _options, env) => {
    const content = tokens[index]?.content ?? '';
    const { blank } = env as unknown as Environment;
    return blank ? blank(content) : md.utils.escapeHtml(`[[${content}]]`);
  };
  md.renderer.rules.inline_directive = (tokens, index) => tokens[index]?.markup ?? '';
}
