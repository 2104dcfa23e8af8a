import type { Token } from 'markdown-it';
import type { AnswerMark, Attributes, Block, Inline, Item, Render } from '../../../model/source.ts';
import { alertKind } from './alerts.ts';
import { answerMarks } from './answer-marks.ts';
import { readAttributes } from './attributes.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { plainText } from './finish.ts';
import { inlineOf, onlyLink, parseInlineText, renderBlocks } from './inline.ts';
import { tableRows } from './table.ts';
import { checkFeedback } from './unmarked-feedback.ts';

type Quote = Extract<Block, { kind: 'quote' }>;

/** Returns the index after the token that closes the one at `open`. */
function afterClose(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    depth += tokens[i]?.nesting ?? 0;
    if (depth === 0) return i + 1;
  }
  return tokens.length;
}

function attributesOf(token: Token | undefined, env: Environment): Attributes | undefined {
  const text = token?.meta?.attributes;
  if (typeof text !== 'string') return undefined;
  const [from, to] = token?.map ?? [0, 1];
  const at = locate(env, `{${text}}`, from, to);
  return readAttributes(text, { ...at, column: at.column + 1 }, env.report);
}

function headingBlock(tokens: readonly Token[], env: Environment): Block {
  const inline = tokens[1];
  const at = locate(env, '#', ...(tokens[0]?.map ?? [0, 1]));
  const attributes = attributesOf(inline, env);
  const second = inline?.meta?.second;
  return {
    kind: 'heading',
    level: Number(tokens[0]?.tag.slice(1)),
    title: inlineOf(inline, env, at),
    ...(typeof second === 'string' && { second: parseInlineText(second, env, at) }),
    ...(attributes && { attributes }),
    at,
    html: renderBlocks(tokens, env),
  };
}

/** Reads a quote at the start of the tokens, if no blank line separates it from the line above. Under an item it is feedback. */
function touchingQuote(tokens: readonly Token[], env: Environment): Quote | undefined {
  if (tokens[0]?.type !== 'blockquote_open') return undefined;
  const quote = quoteBlock(tokens.slice(0, afterClose(tokens, 0)), env);
  return quote.touching ? quote : undefined;
}

function itemOf(tokens: readonly Token[], env: Environment): Item {
  const inner = tokens.slice(1, -1);
  const hasLine = inner[0]?.type === 'paragraph_open';
  const line = hasLine ? inner[1] : undefined;
  const rest = inner.slice(hasLine ? 3 : 0);
  const quote = touchingQuote(rest, env);
  const attributes = attributesOf(line, env);
  const checked = line?.meta?.checked;
  const link = onlyLink(line, env);
  const start = tokens[0]?.map ?? [0, 1];
  if (typeof checked === 'boolean') checkFeedback(line?.content ?? '', start[0], env);
  return {
    ...inlineOf(line, env, locate(env, '', start[0], start[1])),
    source: line?.content ?? '',
    ...(typeof checked === 'boolean' && { checked }),
    ...(attributes && { attributes }),
    ...(link && { link }),
    ...(quote && { feedback: quote.inner }),
    children: blocksOf(quote ? rest.slice(afterClose(rest, 0)) : rest, env),
  };
}

function listBlock(tokens: readonly Token[], env: Environment): Block {
  const items: Item[] = [];
  for (let i = 1; i < tokens.length - 1; ) {
    const end = afterClose(tokens, i);
    items.push(itemOf(tokens.slice(i, end), env));
    i = end;
  }
  const open = tokens[0];
  return {
    kind: 'list',
    ordered: open?.type === 'ordered_list_open',
    start: Number(open?.attrGet('start') ?? 1),
    items,
    at: locate(env, '', ...(open?.map ?? [0, 1])),
    html: renderBlocks(tokens, env),
  };
}

function quoteBlock(tokens: readonly Token[], env: Environment): Quote {
  const line = tokens[0]?.map?.[0] ?? 0;
  const inline = tokens.filter((token) => token.type === 'inline').flatMap((token) => token.children ?? []);
  const html = renderBlocks(tokens, env);
  const isAlert = alertKind(tokens[0]) !== undefined;
  return {
    kind: 'quote',
    touching: line > 0 && (env.lines[line - 1] ?? '').trim() !== '',
    ...(isAlert && { isAlert }),
    text: plainText(inline),
    at: locate(env, '>', line, line + 1),
    html,
    inner: isAlert ? html : renderBlocks(tokens.slice(1, -1), env),
  };
}

/** Turns an alert that isn't feedback into prose. */
function alertAsProse(block: Block): Block {
  if (block.kind !== 'quote' || !block.isAlert) return block;
  const { at, html, marks } = block;
  return { kind: 'prose', text: '', at, html, ...(marks && { marks }) };
}

function tableBlock(tokens: readonly Token[], env: Environment): Block {
  return { kind: 'table', ...tableRows(tokens, env), at: locate(env, '|', ...(tokens[0]?.map ?? [0, 1])), html: renderBlocks(tokens, env) };
}

function proseBlock(tokens: readonly Token[], env: Environment): Block {
  const inline: Inline | undefined = tokens[1]?.type === 'inline' ? inlineOf(tokens[1], env) : undefined;
  const only = tokens[1]?.children?.length === 1 ? tokens[1].children[0] : undefined;
  const picture = only?.type === 'image' ? { src: String(only.attrGet('src') ?? ''), alt: only.content } : undefined;
  return {
    kind: 'prose',
    text:
      inline?.text ??
      tokens
        .map((token) => token.content)
        .join(' ')
        .trim(),
    ...(picture && { picture }),
    at: locate(env, '', ...(tokens[0]?.map ?? [0, 1])),
    html: renderBlocks(tokens, env),
  };
}

function blockOf(tokens: readonly Token[], env: Environment): Block {
  const block = bareBlockOf(tokens, env);
  const marks = answerMarks(tokens, env);
  return marks.length > 0 ? { ...block, marks } : block;
}

function bareBlockOf(tokens: readonly Token[], env: Environment): Block {
  switch (tokens[0]?.type) {
    case 'heading_open':
      return headingBlock(tokens, env);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return listBlock(tokens, env);
    case 'blockquote_open':
      return quoteBlock(tokens, env);
    case 'table_open':
      return tableBlock(tokens, env);
    default:
      return proseBlock(tokens, env);
  }
}

/** A list that may continue. */
interface OpenList {
  readonly ordered: boolean;
  readonly items: Item[];
  readonly parts: Render[];
  readonly marks: AnswerMark[];
}

function openList({ ordered, items, html, marks = [] }: Block & { readonly kind: 'list' }): OpenList {
  return { ordered, items: [...items], parts: [html], marks: [...marks] };
}

/** Builds the list with all blocks joined to it. */
function wholeList(block: Block & { readonly kind: 'list' }, { items, parts, marks }: OpenList): Block {
  return { ...block, items, html: htmlOf(parts), marks };
}

/** Adds a block to an open list: a quote directly below an item as feedback, or the rest of the list. @returns false if it is neither */
function join({ ordered, items, parts, marks }: OpenList, block: Block): boolean {
  const last = items.at(-1);
  if (block.kind === 'quote' && block.touching && last && last.feedback === undefined)
    items[items.length - 1] = { ...last, feedback: block.inner };
  else if (block.kind === 'list' && block.ordered === ordered && last?.feedback) for (const item of block.items) items.push(item);
  else return false;
  parts.push(block.html);
  marks.push(...(block.marks ?? []));
  return true;
}

/** Converts block tokens, without directives at the top level, to blocks. */
export function blocksOf(tokens: readonly Token[], env: Environment): Block[] {
  const blocks: Block[] = [];
  let open: OpenList | undefined;
  for (let i = 0; i < tokens.length; ) {
    const end = afterClose(tokens, i);
    const first = tokens[i];
    if (first?.type !== 'directive_line' && first?.type !== 'html_block') {
      const block = blockOf(tokens.slice(i, end), env);
      if (!open || !join(open, block)) {
        open = block.kind === 'list' ? openList(block) : undefined;
        blocks.push(open && block.kind === 'list' ? wholeList(block, open) : alertAsProse(block));
      }
    }
    i = end;
  }
  return blocks;
}

function htmlOf(parts: readonly Render[]): Render {
  return (blank) => parts.map((html) => html(blank)).join('');
}
