import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { finish } from './finish.ts';
import { addInlineRules } from './inline-rules.ts';
import { directiveLineRule, prepare } from './prepare.ts';

function createParser(): MarkdownIt {
  // Raw HTML is read only to be found and refused with its place; `finish` empties its tokens.
  const md = createMarkdownIt({ html: true, linkify: false, typographer: false });
  md.disable(['lheading', 'code']);
  md.validateLink = () => true;
  md.block.ruler.after('fence', 'directive_line', directiveLineRule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.core.ruler.before('inline', 'prepare', prepare);
  md.core.ruler.push('finish', finish(md));
  addInlineRules(md);
  md.renderer.rules.table_open = () => '<div class="c-scroll" tabindex="0"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
  // The column's alignment would be an inline style, which a package's policy forbids.
  md.renderer.rules.th_open = () => '<th scope="col">';
  md.renderer.rules.td_open = () => '<td>';
  return md;
}

let shared: MarkdownIt | undefined;

/** The parser of the text format; made once, it keeps no state between texts. */
export function parser(): MarkdownIt {
  shared ??= createParser();
  return shared;
}
