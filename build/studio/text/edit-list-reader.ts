import { type BodyLine, bracesAtEnd, ITEM, type ItemText, type ListText } from './edit-parts.ts';
import type { Range } from './outline.ts';

/** An item while its lines are read. */
interface Open {
  readonly indent: string;
  readonly line: BodyLine;
  readonly mark: Range;
  /** Column from which a line below belongs to it. */
  readonly column: number;
  headEnd: number;
  end: number;
  feedback: { from: number; to: number } | null;
  rest: { from: number; to: number } | null;
  readonly children: Open[];
}

function columnsOf(indent: string): number {
  return indent.replace(/\t/g, '    ').length;
}

function sortOf(mark: string): string {
  return /\d/.test(mark) ? `1${mark.slice(-1)}` : mark;
}

/** Reads the lines of one list. */
class ListReader {
  private readonly text: string;
  private readonly lines: readonly BodyLine[];
  private at: number;
  private readonly items: Open[] = [];
  private stack: Open[] = [];
  private sort = '';

  constructor(text: string, lines: readonly BodyLine[], at: number) {
    this.text = text;
    this.lines = lines;
    this.at = at;
  }

  read(): ListText {
    for (let line = this.lines[this.at]; line && this.take(line); line = this.lines[this.at]) this.at += 1;
    const items = this.items.map((item) => this.closed(item));
    const [from, to] = [items[0]?.from ?? 0, items.at(-1)?.to ?? 0];
    return { kind: 'list', from, to, isOrdered: this.sort.startsWith('1'), items };
  }

  /** @returns false if the line no longer belongs to the list */
  private take(line: BodyLine): boolean {
    if (line.text.trim() === '') return this.goesOn();
    const [found, indent = '', mark = ''] = ITEM.exec(line.text) ?? [];
    if (found !== undefined) return this.item(line, indent, mark, found.length);
    const open = this.stack.at(-1);
    const isAfterBlank = this.lines[this.at - 1]?.text.trim() === '';
    if (!open || /^(?:#| {0,3}::|\||`{3}|~{3})/.test(line.text)) return false;
    this.below(open, line, isAfterBlank);
    return true;
  }

  /** Tests whether the list has another line after blank ones. */
  private goesOn(): boolean {
    const next = this.lines.slice(this.at).find(({ text }) => text.trim() !== '');
    const [found, indent = '', mark = ''] = ITEM.exec(next?.text ?? '') ?? [];
    if (found !== undefined) return columnsOf(indent) >= 2 || sortOf(mark) === this.sort;
    return next !== undefined && /^(?: {2}|\t)/.test(next.text);
  }

  private item(line: BodyLine, indent: string, mark: string, length: number): boolean {
    const columns = columnsOf(indent);
    while (this.stack.length > 0 && columns < (this.stack.at(-1)?.column ?? 0)) this.stack.pop();
    const parent = this.stack.at(-1);
    if (!parent && this.sort === '') this.sort = sortOf(mark);
    if (!parent && this.sort !== sortOf(mark)) return false;
    const from = line.from + indent.length;
    const place = { from, to: from + mark.length };
    const column = columns + Math.min(length - indent.length, mark.length + 1);
    const open: Open = { indent, line, mark: place, column, headEnd: line.to, end: line.to, feedback: null, rest: null, children: [] };
    (parent?.children ?? this.items).push(open);
    this.stack.push(open);
    return true;
  }

  private below(open: Open, line: BodyLine, isAfterBlank: boolean): void {
    open.end = line.to;
    const isQuote = /^[ \t]*>/.test(line.text);
    const isBare = !open.rest && !isAfterBlank;
    if (isBare && isQuote && !open.feedback) open.feedback = { from: line.from, to: line.to };
    else if (isBare && open.feedback) open.feedback.to = line.to;
    else if (isBare) open.headEnd = line.to;
    else open.rest = { from: open.rest?.from ?? line.from, to: line.to };
  }

  private closed(open: Open): ItemText {
    const { indent, line, mark, headEnd, feedback, rest } = open;
    const children = open.children.map((child) => this.closed(child));
    const box = /^[ \t]+\[([ xX])\](?:[ \t]+|$)/.exec(this.text.slice(mark.to, line.to));
    const lead = box?.[0].length ?? /^[ \t]*/.exec(this.text.slice(mark.to, line.to))?.[0].length ?? 0;
    const { before, braces, attributes } = bracesAtEnd(this.text, { from: mark.to + lead, to: headEnd });
    const sign = box ? mark.to + box[0].indexOf('[') + 1 : 0;
    return {
      from: line.from,
      to: Math.max(open.end, children.at(-1)?.to ?? 0),
      indent,
      mark,
      box: box ? { from: sign, to: sign + 1 } : null,
      isTicked: box?.[1]?.toLowerCase() === 'x',
      words: before,
      braces,
      attributes,
      headEnd,
      feedback,
      children,
      rest,
    };
  }
}

/** Reads a list from one line of a body on. */
export function readList(text: string, lines: readonly BodyLine[], at: number): ListText {
  return new ListReader(text, lines, at).read();
}
