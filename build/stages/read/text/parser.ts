import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import { withoutTags } from '../../../text/plain-html.ts';
import { setPrintMarks } from '../../../text/print-marks.ts';
import { markAlerts, renderAlerts } from './alerts.ts';
import { renderAddresses } from './bare-addresses.ts';
import { alignOf } from './column-align.ts';
import type { Environment } from './environment.ts';
import { finish } from './finish.ts';
import { addFootnotes } from './footnotes.ts';
import { addInlineRules } from './inline-rules.ts';
import { directiveLineRule, prepare } from './prepare.ts';
import { sentences } from './sentences.ts';

/** Names the scrollable box of a table by the headings of its columns. */
function tableName(md: MarkdownIt, tokens: readonly Token[], open: number): string {
  const heads: string[] = [];
  for (let at = open; tokens[at] && tokens[at]?.type !== 'thead_close'; at++) {
    if (tokens[at]?.type !== 'th_open') continue;
    const words = (tokens[at + 1]?.children ?? []).filter(({ type }) => type !== 'blank' && type !== 'note_reference');
    heads.push(withoutTags(md.renderer.renderInline(words, md.options, {})));
  }
  const name = heads.filter((head) => head !== '').join(', ');
  return name === '' ? '' : ` role="region" aria-label="${name}"`;
}

function createParser(): MarkdownIt {
  // Raw HTML is parsed only to be refused with its position; `finish` empties its tokens.
  const md = createMarkdownIt({ html: true, linkify: false, typographer: false });
  md.disable('lheading');
  md.validateLink = () => true;
  md.block.ruler.after('fence', 'directive_line', directiveLineRule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.core.ruler.before('inline', 'alerts', markAlerts);
  md.core.ruler.before('inline', 'prepare', prepare);
  md.core.ruler.before('text_join', 'sentences', sentences);
  md.core.ruler.push('finish', finish(md));
  addInlineRules(md);
  md.renderer.rules.text = (tokens, index, _options, env) =>
    setPrintMarks(md.utils.escapeHtml(tokens[index]?.content ?? ''), (env as Partial<Environment>).lang);
  md.renderer.rules.table_open = (tokens, index) => `<div class="c-scroll"${tableName(md, tokens, index)} tabindex="0"><table>\n`;
  md.renderer.rules.table_close = () => '</table></div>\n';
  // markdown-it aligns columns by an inline style, which a package's content policy forbids.
  const aligned = (token: Token | undefined): string => alignOf(token) && ` data-align="${alignOf(token)}"`;
  md.renderer.rules.th_open = (tokens, index) => `<th scope="col"${aligned(tokens[index])}>`;
  md.renderer.rules.td_open = (tokens, index) => `<td${aligned(tokens[index])}>`;
  addFootnotes(md);
  renderAddresses(md);
  renderAlerts(md);
  for (const code of ['fence', 'code_block']) {
    const render = md.renderer.rules[code] as RendererRule;
    md.renderer.rules[code] = (...args) => render(...args).replace('<pre>', '<pre class="c-scroll" tabindex="0">');
  }
  return md;
}

/** The parser of the text format. It keeps no state between texts. */
export const parser: MarkdownIt = createParser();
