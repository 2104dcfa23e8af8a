import { writtenValue } from './attributes.ts';
import { readList } from './edit-list-reader.ts';
import {
  type BlockText,
  type BodyLine,
  bracesAtEnd,
  type HeadingText,
  ITEM,
  linesOf,
  type RowText,
  type SectionText,
} from './edit-parts.ts';
import type { DirectiveText, Range } from './outline.ts';

const PICTURE = /^!\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)(?:\{[^{}]*\})?\s*$/;
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function headingOf(text: string, line: BodyLine): HeadingText {
  const lead = /^##[ \t]*/.exec(line.text)?.[0].length ?? 2;
  const { before, braces, attributes } = bracesAtEnd(text, { from: line.from + lead, to: line.to });
  const words = text.slice(before.from, before.to);
  const bar = /\s*(?<!\\)\|\s*/.exec(words);
  const title = { from: before.from, to: bar ? before.from + bar.index : before.to };
  const second = bar && { from: before.from + bar.index + bar[0].length, to: before.to };
  const id = writtenValue(attributes, 'id') ?? '';
  return { kind: 'heading', from: line.from, to: line.to, title, second, braces, attributes, id };
}

function rowOf(line: BodyLine): RowText {
  const bars = [...line.text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const hasStart = line.text.trimStart().startsWith('|');
  const hasEnd = line.text.trimEnd().length - 1 === bars.at(-1) && bars.length > (hasStart ? 1 : 0);
  const starts = [...(hasStart ? [] : [-1]), ...bars.slice(0, hasEnd ? -1 : undefined)];
  const cells = starts.map((bar, index) => {
    const end = hasStart ? bars[index + 1] : bars[index];
    const [from, to] = [bar + 1, end ?? line.text.length];
    const inside = line.text.slice(from, to);
    const words = inside.trim();
    if (words === '') return { from: line.from + from, to: line.from + to };
    const lead = from + inside.indexOf(words);
    return { from: line.from + lead, to: line.from + lead + words.length };
  });
  return { from: line.from, to: line.to, cells };
}

/** Reads the lines of a body into blocks with their places. */
class BodyReader {
  readonly blocks: BlockText[] = [];
  private readonly text: string;
  private readonly lines: readonly BodyLine[];
  private readonly directives: readonly DirectiveText[];
  private at = 0;

  constructor(text: string, body: Range, directives: readonly DirectiveText[]) {
    this.text = text;
    this.lines = linesOf(text, body);
    this.directives = directives;
  }

  read(): BlockText[] {
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) this.block(line);
    return this.blocks;
  }

  private block(line: BodyLine): void {
    const directive = this.directives.find(({ from }) => from === line.from);
    if (line.text.trim() === '') this.at += 1;
    else if (directive) this.add({ kind: 'directive', from: directive.from, to: directive.to, directive });
    else if (/^##(?:[ \t]|$)/.test(line.text)) this.add(headingOf(this.text, line));
    else if (this.isTable()) this.table(line);
    else if (ITEM.test(line.text)) this.add(readList(this.text, this.lines, this.at));
    else if (PICTURE.test(line.text)) this.picture(line);
    else this.words(line);
  }

  private add(block: BlockText): void {
    this.blocks.push(block);
    while ((this.lines[this.at]?.from ?? Number.POSITIVE_INFINITY) <= block.to) this.at += 1;
  }

  private isTable(): boolean {
    const [line, rule] = this.lines.slice(this.at);
    return line !== undefined && rule !== undefined && line.text.includes('|') && rule.text.includes('|') && RULE.test(rule.text);
  }

  private table(head: BodyLine): void {
    const [rule = head] = this.lines.slice(this.at + 1);
    const rest = this.lines.slice(this.at + 2);
    const end = rest.findIndex(({ text }) => !text.includes('|'));
    const rows = [head, ...rest.slice(0, end < 0 ? undefined : end)].map(rowOf);
    this.add({ kind: 'table', from: head.from, to: Math.max(rule.to, rows.at(-1)?.to ?? 0), rows, rule: { from: rule.from, to: rule.to } });
  }

  private picture(line: BodyLine): void {
    const [, alt = '', src = ''] = PICTURE.exec(line.text) ?? [];
    const altFrom = line.from + 2;
    const srcFrom = altFrom + alt.length + 2;
    const places = { alt: { from: altFrom, to: altFrom + alt.length }, src: { from: srcFrom, to: srcFrom + src.length } };
    this.add({ kind: 'picture', from: line.from, to: line.to, ...places });
  }

  /** Takes lines up to the next blank one, code as a whole. */
  private words(line: BodyLine): void {
    const [, fence] = FENCE.exec(line.text) ?? [];
    let end = this.at + 1;
    if (fence !== undefined) {
      while (end < this.lines.length && !this.lines[end]?.text.trim().startsWith(fence)) end += 1;
      end += 1;
    } else {
      while (this.isPlain(this.lines[end])) end += 1;
    }
    this.add({ kind: 'words', from: line.from, to: this.lines[Math.min(end, this.lines.length) - 1]?.to ?? line.to });
  }

  private isPlain(line: BodyLine | undefined): boolean {
    if (line === undefined || line.text.trim() === '') return false;
    return (
      !/^(?:##(?:[ \t]|$)| {0,3}::)/.test(line.text) && !FENCE.test(line.text) && !/^[ \t]*(?:[-*+]|1[.)])(?:[ \t]+|$)/.test(line.text)
    );
  }
}

/** Reads a body. @param directives those directly in it */
export function readBody(text: string, body: Range, directives: readonly DirectiveText[]): BlockText[] {
  return new BodyReader(text, body, directives).read();
}

/** Splits blocks at the headings of level 2. */
export function sectionsOf(blocks: readonly BlockText[]): {
  readonly before: readonly BlockText[];
  readonly sections: readonly SectionText[];
} {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  if (first < 0) return { before: blocks, sections: [] };
  const sections: { heading: HeadingText; blocks: BlockText[] }[] = [];
  for (const block of blocks.slice(first)) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return {
    before: blocks.slice(0, first),
    sections: sections.map(({ heading, blocks: inside }) => ({
      heading,
      blocks: inside,
      from: heading.from,
      to: inside.at(-1)?.to ?? heading.to,
    })),
  };
}
