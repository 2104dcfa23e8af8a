import { categoryPath } from '../category.ts';
import { protect, restore } from './escapes.ts';

/** The text of one question, with its escapes as placeholders. */
export interface GiftBlock {
  readonly text: string;
  readonly line: number;
  readonly category: readonly string[];
  readonly tags: readonly string[];
  readonly idNumber?: string;
}

/** Block while its lines are collected. */
interface Open {
  lines: string[];
  line: number;
  comments: string[];
}

const COMMENT = /^\s*\/\//;
const CATEGORY = /^\s*\$CATEGORY:(.*)$/;

function attributesIn(comments: readonly string[]): Pick<GiftBlock, 'tags' | 'idNumber'> {
  const text = comments.join('\n');
  const unescaped = (found: string): string =>
    restore(found)
      .replace(/\\([[\]])/g, '$1')
      .trim();
  const ids = [...text.matchAll(/\[id:((?:\\\]|[^\]\n])+)\]/g)].map(([, id = '']) => unescaped(id));
  const tags = [...text.matchAll(/\[tag:((?:\\\]|[^\]\n])+)\]/g)].map(([, tag = '']) => unescaped(tag));
  return { tags, ...(ids[0] !== undefined && { idNumber: ids[0] }) };
}

function balance(text: string): number {
  return (text.match(/\{/g) ?? []).length - (text.match(/\}/g) ?? []).length;
}

/** Tests whether a text goes on with answers that a text before has opened: it closes braces, and opens none before. */
function isRest(text: string): boolean {
  const close = text.indexOf('}');
  const open = text.indexOf('{');
  return close >= 0 && (open < 0 || close < open) && !/^\s*::/.test(text);
}

/** Splits a text after each `}` that ends a line, if another question follows: the empty line between them is missing. */
function splitGlued(lines: readonly string[]): { readonly lines: readonly string[]; readonly offset: number }[] {
  const found: { lines: string[]; offset: number }[] = [];
  let depth = 0;
  let isComplete = false;
  lines.forEach((line, index) => {
    const starts = depth === 0 && isComplete && (/^\s*::/.test(line) || line.includes('{'));
    if (found.length === 0 || starts) found.push({ lines: [], offset: index });
    if (starts) isComplete = false;
    found.at(-1)?.lines.push(line);
    depth = Math.max(0, depth + balance(line));
    if (depth === 0 && /\}\s*$/.test(line)) isComplete = true;
  });
  return found;
}

/** Collects blocks from lines. */
class Collector {
  readonly blocks: GiftBlock[] = [];
  #open: Open = { lines: [], line: 0, comments: [] };
  #category: readonly string[] = [];

  /** The text so far has answers that aren't closed. */
  get isInside(): boolean {
    return balance(this.#open.lines.join('\n')) > 0;
  }

  category(path: string): void {
    this.end();
    this.#category = categoryPath(restore(path));
  }

  comment(line: string): void {
    this.#open.comments.push(line);
    // Keeps the numbers of the lines after it.
    if (this.#open.lines.length > 0) this.#open.lines.push('');
  }

  add(line: string, number: number): void {
    if (this.#open.lines.length === 0) this.#open.line = number;
    this.#open.lines.push(line);
  }

  end(): void {
    const { lines, line, comments } = this.#open;
    if (lines.length === 0) return;
    const own = { category: this.#category, ...attributesIn(comments) };
    for (const part of splitGlued(lines)) {
      const text = part.lines.filter((one) => one.trim() !== '').join('\n');
      this.blocks.push({ ...own, text, line: line + part.offset });
    }
    this.#open = { lines: [], line: 0, comments: [] };
  }
}

/** Splits a GIFT text into the texts of its questions. A brace that isn't closed spoils its own question only. */
export function giftBlocks(source: string): GiftBlock[] {
  const lines = protect(source).split('\n');
  const collector = new Collector();
  lines.forEach((line, index) => {
    const category = CATEGORY.exec(line)?.[1];
    if (category !== undefined) collector.category(category);
    else if (COMMENT.test(line)) collector.comment(line);
    else if (line.trim() !== '') collector.add(line, index + 1);
    else if (!collector.isInside || !isRest(untilEmpty(lines, index + 1))) collector.end();
    else collector.add('', index + 1);
  });
  collector.end();
  return collector.blocks;
}

/** Returns the lines from one on, up to the next empty line. */
function untilEmpty(lines: readonly string[], from: number): string {
  let end = from;
  while (end < lines.length && lines[end]?.trim() !== '') end++;
  return lines
    .slice(from, end)
    .filter((line) => !COMMENT.test(line))
    .join('\n');
}
