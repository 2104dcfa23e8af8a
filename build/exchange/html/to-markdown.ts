import type { Markdown } from '../model.ts';
import { escapeCell, escapeStart, escapeText, withoutForbidden } from './escape.ts';
import { inline } from './inline.ts';
import type { TextContext } from './loss.ts';
import { type HtmlNode, parseHtml, textOf } from './parse.ts';

const CONTAINERS = new Set(
  '#root div section article main header footer aside center address figure figcaption details summary form fieldset legend html body nav dl dt dd tbody thead tfoot'.split(
    ' ',
  ),
);
const BLOCKS = new Set([...CONTAINERS, ...'p h1 h2 h3 h4 h5 h6 ul ol li table tr td th blockquote pre hr'.split(' ')]);

function isBlock(node: HtmlNode): boolean {
  return BLOCKS.has(node.tag) || (node.tag !== '#text' && node.children.some(isBlock));
}

/** Sets the lines of a paragraph; an empty line ends it. */
function paragraphs(text: string): string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((one) =>
      one
        .split('\n')
        .map((line) => escapeStart(line.trim().replace(/ {2,}/g, ' ')))
        .filter((line) => line !== '')
        .join('\\\n'),
    )
    .filter((one) => one !== '');
}

function indented(text: string, by: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);
}

/** Converts a list. Text between its items is an item as well. */
function list(node: HtmlNode, context: TextContext): string {
  const items = node.children.filter(({ tag, text }) => tag !== 'br' && (tag !== '#text' || text.trim() !== ''));
  // In an activity a list with `-` is its answers.
  const bullet = context.isQuestion ? '* ' : '- ';
  const lines = items.flatMap((item) => {
    const inner = blocks(item.tag === 'li' ? item.children : [item], context);
    return inner.length === 0 ? [] : [inner.join(inner.some((one) => !/^(?:[*-]|\d+\.) /.test(one)) && inner.length > 2 ? '\n\n' : '\n')];
  });
  return lines
    .map((text, index) => (node.tag === 'ol' ? `${index + 1}. ${indented(text, 3)}` : `${bullet}${indented(text, 2)}`))
    .join('\n');
}

/** Groups of rows in a table. */
const GROUP = /^t(?:head|body|foot)$/;

/** Finds the rows of a table, not those of a table in it. */
function rowsOf(node: HtmlNode): HtmlNode[] {
  return node.children.flatMap((child) => {
    if (child.tag === 'tr') return [child];
    return GROUP.test(child.tag) ? rowsOf(child) : [];
  });
}

/** Converts a table. Its caption, and text between its rows, come before it. */
function table(node: HtmlNode, context: TextContext): string[] {
  const others = node.children.filter(({ tag }) => tag !== 'tr' && !GROUP.test(tag));
  return [...blocks(others, context), ...rowBlocks(node, context)];
}

function rowBlocks(node: HtmlNode, context: TextContext): string[] {
  const rows = rowsOf(node).map((row) => row.children.filter(({ tag }) => tag === 'td' || tag === 'th'));
  const spans = (cell: HtmlNode): boolean => Number(cell.attributes.colspan ?? 1) > 1 || Number(cell.attributes.rowspan ?? 1) > 1;
  if (rows.some((cells) => cells.some(spans))) context.lose('merged-cells');
  const texts = rows.map((cells) => cells.map((cell) => line(cell.tag === 'th' ? cell.children : [cell], context)));
  const filled = texts.filter((cells) => cells.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  if (width === 0) return [];
  if (width === 1) return filled.flat().map(escapeStart);
  if (context.hasTable) {
    context.lose('flattened');
    return filled.map((cells) => escapeStart(cells.join(' · ')));
  }
  const row = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => escapeCell(cells[at] ?? '')).join(' | ')} |`;
  return [[row(filled[0] ?? []), `|${'---|'.repeat(width)}`, ...filled.slice(1).map(row)].join('\n')];
}

function preformatted(node: HtmlNode): string[] {
  const text = withoutForbidden(textOf(node)).replace(/^\n|\s+$/g, '');
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return text === '' ? [] : [`${fence}\n${text}\n${fence}`];
}

function block(node: HtmlNode, context: TextContext): string[] {
  const { tag, children } = node;
  if (tag === 'ul' || tag === 'ol') return [list(node, context)].filter((text) => text !== '');
  if (tag === 'table') return table(node, context);
  if (tag === 'pre') return preformatted(node);
  if (tag === 'hr') return [];
  if (/^h[1-6]$/.test(tag)) {
    const text = line(children, context);
    if (text === '') return [];
    return context.isQuestion ? [text.includes('**') ? text : `**${text}**`] : [`${'#'.repeat(Math.max(2, Number(tag[1])))} ${text}`];
  }
  const inner = blocks(children, context);
  if (tag !== 'blockquote' || context.isQuestion) return inner;
  return inner.length === 0 ? [] : [`> ${inner.join('\n\n').replace(/\n/g, '\n> ')}`];
}

/** Converts nodes to blocks of Markdown, without the empty lines between them. */
export function blocks(nodes: readonly HtmlNode[], context: TextContext): string[] {
  const found: string[] = [];
  let run: HtmlNode[] = [];
  const flush = (): void => {
    if (run.length > 0) found.push(...paragraphs(inline(run, context)));
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node);
    else {
      flush();
      found.push(...block(node, context));
    }
  }
  flush();
  return found;
}

/** Reports code in attributes, and presentation that has no counterpart. */
function checkAttributes(node: HtmlNode, context: TextContext): void {
  const { style = '', color, bgcolor } = node.attributes;
  const isStyled = /(?:^|;|\s)(?:color|background|font-(?!weight|style)[a-z]+)\s*:/i.test(style);
  if (isStyled || color !== undefined || bgcolor !== undefined) context.lose('style');
  if (Object.keys(node.attributes).some((name) => /^on[a-z]+$/.test(name))) context.lose('script', node.tag);
  for (const child of node.children) checkAttributes(child, context);
}

/** Parses HTML, and reports what no conversion keeps. */
function read(html: string, context: TextContext): readonly HtmlNode[] {
  const root = parseHtml(withoutForbidden(html));
  checkAttributes(root, context);
  return root.children;
}

/** Converts nodes to one line: several blocks are joined, lists and tables are reported. */
export function line(nodes: readonly HtmlNode[], context: TextContext): string {
  const isDeep = (node: HtmlNode): boolean => ['ul', 'ol', 'table', 'pre'].includes(node.tag) || node.children.some(isDeep);
  if (nodes.some(isDeep)) context.lose('flattened');
  const leaves = (some: readonly HtmlNode[]): string[] => {
    const texts: string[] = [];
    let run: HtmlNode[] = [];
    const flush = (): void => {
      texts.push(inline(run, context));
      run = [];
    };
    for (const node of some) {
      if (!isBlock(node)) run.push(node);
      else {
        flush();
        texts.push(...leaves(node.children));
      }
    }
    flush();
    return texts;
  };
  return leaves(nodes)
    .map((text) => text.replace(/[ \t]*\n[ \t]*/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')
    .replace(/ {2,}/g, ' ');
}

/** Converts HTML to paragraphs, lists, tables and pictures of Cartable's Markdown. */
export function markdownOf(html: string, context: TextContext): Markdown {
  return blocks(read(html, context), context).join('\n\n');
}

/** Converts HTML to one line of Cartable's Markdown: a choice, a cell. */
export function lineOf(html: string, context: TextContext): Markdown {
  return line(read(html, context), context);
}

/** Converts plain text to paragraphs of Cartable's Markdown. */
export function plainToMarkdown(text: string): Markdown {
  return paragraphs(escapeText(withoutForbidden(text).replace(/\t/g, ' '))).join('\n\n');
}
